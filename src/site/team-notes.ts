import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { NOTES_HEADING } from '../render/render-runbook.ts'
import { copyBlocks } from './copy-blocks.ts'
import { headingDepth, isElement, textOf } from './tree.ts'

export interface WithNotes {
  /** What hookbook has written. */
  readonly own: readonly ElementContent[]
  /** What the team has added: the end of a section, set off from the rest. */
  readonly notes: readonly Element[]
}

/** The notes of a section stand last in it, under a heading of their own. */
export function splitNotes(body: readonly ElementContent[]): WithNotes {
  const start = body.findLastIndex(
    (node) => isElement(node) && headingDepth(node) === 3 && textOf(node) === NOTES_HEADING,
  )
  if (start === -1) return { own: body, notes: [] }
  const notes = copyBlocks(body.slice(start), [])
  return { own: body.slice(0, start), notes: [h('div.team-notes', [...notes])] }
}
