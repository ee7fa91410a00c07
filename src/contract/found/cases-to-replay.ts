import type { FoundCase } from '../../model/found-case.ts'
import type { Shard } from '../shard.ts'
import { foundIdOfPath } from './replay-found.ts'

export interface ReplayOptions {
  readonly path: string | undefined
  readonly shard: Shard
  readonly isAsked: (check: string) => boolean
}

/** The first part of a divided run replays what was found before, for all parts; a path names one lead alone. */
export function casesToReplay(
  cases: readonly FoundCase[],
  { path, shard, isAsked }: ReplayOptions,
): readonly FoundCase[] {
  if (path !== undefined) return cases.filter(({ id }) => id === foundIdOfPath(path))
  return shard.index === 1 ? cases.filter(({ context }) => isAsked(context.check)) : []
}
