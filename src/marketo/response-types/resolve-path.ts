import type { PathSegment } from './parse-path.ts'

export type Resolved =
  | { readonly status: 'found'; readonly value: unknown }
  /** `at` is the position of the first segment that leads nowhere. */
  | { readonly status: 'missing'; readonly at: number }

/**
 * Follows a path into a response: own members and array positions only, never prototypes.
 */
export function resolvePath(value: unknown, segments: readonly PathSegment[]): Resolved {
  let current = value
  for (const [at, segment] of segments.entries()) {
    const next = step(current, segment)
    if (next === undefined) return { status: 'missing', at }
    current = next.value
  }
  return { status: 'found', value: current }
}

function step(value: unknown, segment: PathSegment): { readonly value: unknown } | undefined {
  if (segment.kind === 'index') {
    if (!Array.isArray(value) || segment.index >= value.length) return undefined
    return { value: value[segment.index] }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entry = Object.entries(value).find(([name]) => name === segment.name)
  return entry === undefined ? undefined : { value: entry[1] }
}
