import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Counterexample } from '../../diagnostic/finding.ts'
import { shown, shownLines } from './nodes.ts'

/** The request as it goes out, with what the blamed token has put there marked, and what the endpoint makes of it. */
export function wireBytes({ request, marked = [], received }: Counterexample): Element {
  const pieces: ElementContent[] = []
  let position = 0
  const ordered = marked.toSorted((a, b) => a.start - b.start)
  for (const { start, end } of ordered) {
    if (start < position || end > request.length || end < start) continue
    pieces.push(text(request.slice(position, start)), markOf(request.slice(start, end)))
    position = end
  }
  pieces.push(text(request.slice(position)))
  return h('figure.wire', [
    h('figcaption', 'What goes over the wire'),
    h('pre', { tabIndex: 0, ariaLabel: 'What goes over the wire' }, h('code', pieces)),
    h('p.received', [h('strong', 'The endpoint reads '), shown(received)]),
  ])
}

function text(value: string): ElementContent {
  return { type: 'text', value: shownLines(value) }
}

/** A token that shows nothing leaves a gap that can be seen. */
function markOf(value: string): Element {
  return value === ''
    ? h('mark.gap', { title: 'nothing stands here' }, '␣')
    : h('mark', shownLines(value))
}
