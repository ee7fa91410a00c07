import type { Span } from '../base/span.ts'
import type { Change } from './change.ts'
import { NOTHING_FOLLOWS } from './consequence.ts'
import { differenceOf } from './difference.ts'

/** What a team has written beside a program. */
export interface Notes {
  readonly file: string
  readonly text: string
}

/** By program; undefined for one without notes. */
export type NotesByProgram = ReadonlyMap<string, Notes | undefined>

/** Notes that differ: they stand on the pages, and nobody in Marketo has anything to do for them. */
export function diffNotes(base: NotesByProgram, head: NotesByProgram): readonly Change[] {
  const both = [...head.keys()].filter((program) => base.has(program)).sort()
  return both.flatMap((program) => {
    const [from, to] = [base.get(program), head.get(program)]
    const difference = differenceOf(written(from), written(to))
    if (difference === undefined) return []
    return [
      {
        id: 'program.notes',
        kind: 'text' as const,
        program,
        subject: { kind: 'program' as const },
        environments: [],
        what: 'notes',
        steps: [],
        ...difference,
        ...NOTHING_FOLLOWS,
      },
    ]
  })
}

function written(
  notes: Notes | undefined,
): { readonly value: string; readonly at: Span } | undefined {
  if (notes === undefined) return undefined
  const { file, text } = notes
  return { value: text.replaceAll('\r\n', '\n'), at: { file, start: 0, end: 0 } }
}
