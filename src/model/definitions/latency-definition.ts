import type { Located } from '../../base/located-text.ts'
import { duration } from '../decode/calendar.ts'
import { object, required, scalarOr } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { isLatency, type Latency } from '../latency.ts'

const figures = scalarOr(
  duration,
  object({
    p50: required(duration, 'Half of the answers come within this time, for example 80ms.'),
    p99: required(duration, '99 of a hundred answers come within this time, for example 900ms.'),
  }),
)

/** One time for every answer, or the two figures that say how they differ. */
export const latencyDefinition: Decoder<Located<Latency>> = {
  schema: figures.schema,
  decode: (node, context) => {
    const found = figures.decode(node, context)
    if (found === undefined) return undefined
    const [half, most] = 'value' in found ? [found, found] : [found.values.p50, found.values.p99]
    if (half === undefined || most === undefined) return undefined
    const value = { p50: half.value, p99: most.value }
    if (isLatency(value)) return { value, at: node.at }
    context.report({
      rule: 'latency-possible',
      severity: 'error',
      at: most.at,
      message:
        value.p50 === 0
          ? 'no endpoint answers within no time'
          : '99 of a hundred answers come sooner than half of them',
      help: 'p50 is the time of half of the answers, p99 of nearly all: it is at least as long',
    })
    return undefined
  },
}
