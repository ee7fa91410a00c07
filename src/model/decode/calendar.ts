import { parseDuration } from '../../base/duration.ts'
import type { Located, LocatedText } from '../../base/located-text.ts'
import type { SourceNode } from '../../source/source-node.ts'
import { isDay, periodOf } from '../review.ts'
import { reportWrongType, type Decoder } from './decoder.ts'
import { text } from './scalars.ts'

/** A day of the calendar: 2026-11-01. */
export const day: Decoder<LocatedText> = {
  schema: { ...text.schema, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  decode: (node, context) => {
    const found = spelled(node)
    if (found !== undefined && isDay(found.value)) return found
    reportWrongType(node, 'a day such as 2026-11-01', context)
    return undefined
  },
}

/** How long something lasts, in days, weeks, months or years: 180d. */
export const period: Decoder<LocatedText> = {
  schema: { ...text.schema, pattern: '^[1-9][0-9]{0,3}[dwmy]$' },
  decode: (node, context) => {
    const found = spelled(node)
    if (found !== undefined && periodOf(found.value) !== undefined) return found
    reportWrongType(node, 'a number of days, weeks, months or years such as 180d', context)
    return undefined
  },
}

/** How long something takes, in milliseconds when read: 80ms, 1.5s, 2m, 1h. */
export const duration: Decoder<Located<number>> = {
  schema: { ...text.schema, pattern: '^[0-9]{1,6}(\\.[0-9]{1,3})?(ms|s|m|h)$' },
  decode: (node, context) => {
    const found = spelled(node)
    const value = found === undefined ? undefined : parseDuration(found.value)
    if (found !== undefined && value !== undefined) return { value, at: found.at }
    reportWrongType(node, 'a time with its unit such as 80ms, 1.5s or 2m', context)
    return undefined
  },
}

function spelled(node: SourceNode): LocatedText | undefined {
  return node.kind === 'scalar' ? node.text : undefined
}
