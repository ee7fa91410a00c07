import type { Element } from 'hast'
import { h } from 'hastscript'
import { visibleText } from '../base/visible-text.ts'
import { headingId } from './heading-key.ts'
import type { PageModel, PlacedSection, PlacedStep } from './page-model.ts'

/** The two ways into the page. */
export function doors({ sections }: PageModel): Element {
  return h('nav.doors', { ariaLabel: 'Doors' }, [
    door('door-operate', 'Operate', 'Something is wrong', sections, 1),
    door('door-change', 'Set up or change', 'Step by step, by day', sections, 9),
  ])
}

function door(
  id: string,
  name: string,
  words: string,
  sections: readonly PlacedSection[],
  number: number,
): Element {
  const heading = sections.find((section) => section.number === number)?.heading ?? ''
  return h('a', { id, href: `#${headingId(heading)}` }, [
    h('strong.door-name', name),
    ' ',
    h('span.door-words', words),
  ])
}

/** All sections, and the steps that stand under them: a team's own template may leave some out. */
export function contents({ sections, steps }: PageModel, ids: ReadonlySet<string>): Element {
  const present = steps.filter(({ heading }) => ids.has(headingId(heading)))
  return h('nav.contents', { ariaLabel: 'Sections' }, [
    h(
      'ul',
      sections.map((section) => entry(section, present)),
    ),
  ])
}

function entry({ number, heading, title }: PlacedSection, steps: readonly PlacedStep[]): Element {
  const own = steps.filter(({ section, hasHeading }) => section === number && hasHeading)
  return h('li', { dataSection: String(number) }, [
    link(heading, String(number), title),
    ...(own.length === 0 ? [] : [stepList(own)]),
  ])
}

function stepList(steps: readonly PlacedStep[]): Element {
  return h('details.contents-steps', [
    h('summary', `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`),
    h(
      'ul',
      steps.map(({ step, number, heading }) =>
        h('li', { dataStep: step.id }, [link(heading, number, step.does)]),
      ),
    ),
  ])
}

function link(heading: string, number: string, words: string): Element {
  return h('a', { href: `#${headingId(heading)}` }, [h('i', number), ` ${visibleText(words)}`])
}
