import type { Program } from '../model/program.ts'

/**
 * How many calls a subscription makes at a time is not documented: the assumption "concurrency". The only
 * official arithmetic (50 ms a call, 100,000 calls in 1.5 hours) takes them one after another; the
 * community's figure is twenty for all webhooks together.
 * Sources: Experience League, "Webhooks"; S. Whiteman, "Marketo webhooks: 20 concurrent connections".
 */
export const CONCURRENCY = 'concurrency'

export interface Bound {
  /** The value of the assumption. */
  readonly value: 'serial' | 'twenty'
  readonly width: number
  readonly words: string
  readonly origin: string
}

/** The pessimistic bound first. */
export const BOUNDS: readonly Bound[] = [
  { value: 'serial', width: 1, words: 'one after another', origin: "Adobe's arithmetic" },
  { value: 'twenty', width: 20, words: '20 at a time', origin: "the community's figure" },
]

/** Calls at a time, where nothing else is pinned or said. */
export const USUAL_WIDTH = 20

/** What a project has settled about it. */
export interface PinnedConcurrency {
  readonly value: string
  readonly evidence: string
}

export function pinnedConcurrency({ pinnedAssumptions }: Program): PinnedConcurrency | undefined {
  const pinned = pinnedAssumptions.find(({ id }) => id.value === CONCURRENCY)
  return pinned && { value: pinned.value.value, evidence: pinned.evidence.value }
}

/** The bounds that are still possible: both, or the one that is pinned. */
export function possibleBounds(pinned: PinnedConcurrency | undefined): readonly Bound[] {
  const possible = BOUNDS.filter(({ value }) => pinned === undefined || value === pinned.value)
  return possible.length === 0 ? BOUNDS : possible
}

/** `20 at a time`, `one after another`. */
export function widthWords(width: number): string {
  return width === 1 ? 'one after another' : `${width} at a time`
}
