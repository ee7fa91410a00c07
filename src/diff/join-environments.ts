import { compareText } from '../base/compare.ts'
import { stableJson } from '../base/stable-json.ts'
import type { Change, Draft } from './change.ts'

/** A change in one environment. */
export interface PlacedDraft {
  readonly draft: Draft
  readonly environment: string
}

/** The same change in several environments is one change. Where environments differ in it, its id names them. */
export function joinEnvironments(
  program: string,
  drafts: readonly PlacedDraft[],
): readonly Change[] {
  const joined = new Map<string, { readonly draft: Draft; readonly environments: Set<string> }>()
  for (const { draft, environment } of drafts) {
    const key = stableJson({ ...draft, at: undefined, wasAt: undefined })
    const known = joined.get(key) ?? { draft, environments: new Set() }
    known.environments.add(environment)
    joined.set(key, known)
  }
  const changes = [...joined.values()].map(({ draft, environments }): Change => ({
    ...draft,
    program,
    environments: [...environments].sort(compareText),
  }))
  const isShared = (id: string): boolean => changes.filter((each) => each.id === id).length > 1
  return changes.map((change) =>
    isShared(change.id)
      ? { ...change, id: `${change.id}@${change.environments.join(',')}` }
      : change,
  )
}
