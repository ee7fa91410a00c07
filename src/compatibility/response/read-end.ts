import type { TriedMapping } from '../../contract/try-answers.ts'
import type { MappingEnd, Possibility } from '../../model/mapping-verdict.ts'

/** One way in which reading a place of an answer may end. */
export interface ReadEnd {
  readonly end: MappingEnd
  /** In words, without a value. */
  readonly because: string
  /** The same text for the same way: a value that is too long ends otherwise than one that is null. */
  readonly way: string
}

export function possibleEnd({ end, because, assumption }: Possibility): ReadEnd {
  return { end, because, way: wayOf(end, because, assumption) }
}

export function triedEnd({ end, result }: TriedMapping): ReadEnd {
  const because = result.status === 'written' ? 'it fits' : result.reason
  const assumption = result.status === 'unspecified' ? result.assumption : undefined
  return { end, because, way: wayOf(end, because, assumption) }
}

function wayOf(end: MappingEnd, because: string, assumption: string | undefined): string {
  switch (end) {
    case 'written':
    case 'missing':
      return end
    case 'unspecified':
      return `${end}: ${assumption ?? because}`
    case 'not-written':
      return `${end}: ${because}`
  }
}
