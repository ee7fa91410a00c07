import type { Element } from 'hast'
import { h } from 'hastscript'
import { visibleText } from '../base/visible-text.ts'
import { reviewDue } from '../model/review.ts'
import type { PageModel } from './page-model.ts'

/** Who this page is about, and what is known of its being true. */
export function pageHeader({ program, fingerprint, attested }: PageModel): Element {
  const { title, environment, revision, review } = program
  return h('header.page-header', [
    h('h1', [
      h('span.page-title', visibleText(title.value)),
      h('span.hidden', ': '),
      h('span.environment', environment.id.value),
    ]),
    h('ul.chips', { ariaLabel: 'Status of this page' }, [
      chip('revision', 'Revision', String(revision.value)),
      chip('fingerprint', 'Fingerprint', h('code', fingerprint)),
      chip('attested', 'Attested', attested),
      chip('traffic', 'Traffic', 'not checked'),
      chip('review', 'Review due', reviewDue(review) ?? 'not stated'),
      h('li.chip', [
        h('span.chip-name', 'Current'),
        ' ',
        h('span.chip-value', { id: 'currency', role: 'status' }, 'not checked'),
      ]),
    ]),
  ])
}

function chip(kind: string, name: string, value: string | Element): Element {
  return h('li.chip', { dataChip: kind }, [
    h('span.chip-name', name),
    ' ',
    h('span.chip-value', [value]),
  ])
}
