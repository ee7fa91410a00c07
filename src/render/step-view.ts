import { ACTOR_WORDS } from '../steps/actor-words.ts'
import type { ApiRequest, Step } from '../steps/step.ts'
import { codeBlock, escapeMarkdown, inlineCode, type Markdown } from './markdown.ts'
import { movementsMarkdown } from './movement-markdown.ts'
import type { Outline } from './outline.ts'
import type { ViewOf } from './view.ts'
import { wordsMarkdown } from './words-markdown.ts'

/** What the template of a step may show. */
export const STEP_SHAPE = {
  heading: 'text',
  id: 'text',
  actor: 'text',
  where: 'text',
  movements: ['text'],
  request: 'text',
  body: 'text',
  expect: 'text',
  ifNot: 'text',
  verify: 'text',
  undo: 'text',
  toVerify: 'text',
  alsoCalled: 'text',
} as const

export type StepView = ViewOf<typeof STEP_SHAPE>

/** A step under its heading; `depth` is the number of hash signs. */
export function stepView(step: Step, depth: number, outline: Outline): StepView {
  const words = (sentence: Step['expect']): Markdown => wordsMarkdown(sentence, outline)
  const heading = outline.steps.get(step.id)?.heading ?? step.does
  return {
    heading: { markdown: `${'#'.repeat(depth)} ${escapeMarkdown(heading)}` },
    id: inlineCode(step.id),
    actor: ACTOR_WORDS[step.actor],
    where: menuPath(step.where),
    movements: movementsMarkdown(step.movements, outline).map((markdown) => ({ markdown })),
    request: step.request === undefined ? '' : requestLine(step.request),
    body:
      step.request?.body === undefined
        ? ''
        : codeBlock(step.request.body, languageOf(step.request.body)),
    expect: words(step.expect),
    ifNot: words(step.ifNot),
    verify: words(step.verify),
    undo: words(step.undo),
    toVerify: boldList([...new Set(step.toVerify)]),
    alsoCalled: {
      markdown: Object.entries(step.alsoCalled)
        .filter(([label]) => isShown(label, step))
        .map(([label, other]) => `**${escapeMarkdown(label)}** as **${escapeMarkdown(other)}**`)
        .join(', '),
    },
  }
}

function requestLine({ method, path }: ApiRequest): Markdown {
  return inlineCode(`${method} ${path}`)
}

function languageOf(body: string): string {
  return body.startsWith('{') ? 'json' : 'text'
}

/** **Admin** › **Webhooks**. */
export function menuPath(where: readonly string[]): Markdown {
  return { markdown: where.map((part) => `**${escapeMarkdown(part)}**`).join(' › ') }
}

function boldList(labels: readonly string[]): Markdown {
  return { markdown: labels.map((label) => `**${escapeMarkdown(label)}**`).join(', ') }
}

/** A spelling matters where the step shows the word. */
function isShown(label: string, { where, movements }: Step): boolean {
  return JSON.stringify([where, movements]).includes(JSON.stringify(label))
}
