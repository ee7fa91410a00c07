import type { PathSegment } from '../marketo/response-types/parse-path.ts'
import { asKeywords, ownAt } from '../model/schema/schema-node.ts'

/** A copy of a value with another value at a path; what lacks on the way is added. */
export function setAt(value: unknown, path: readonly PathSegment[], put: unknown): unknown {
  const [segment, ...rest] = path
  if (segment === undefined) return put
  if (segment.kind === 'member') {
    const members = asKeywords(value)
    return { ...members, [segment.name]: setAt(ownAt(members, segment.name), rest, put) }
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const length = Math.max(items.length, Math.min(segment.index, MOST_ITEMS) + 1)
  return Array.from({ length }, (_, index) => {
    if (index === segment.index) return setAt(items[index], rest, put)
    return index < items.length ? items[index] : (items.at(-1) ?? setAt(undefined, rest, put))
  })
}

/** A path may name any position; a list that long would only cost memory. */
const MOST_ITEMS = 1000
