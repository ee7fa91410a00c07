import { day, period } from '../decode/calendar.ts'
import { mapped, object, optional } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import type { Review } from '../project.ts'

/** Of one program: how often comes from the project unless the program says it; when is its own. */
export const reviewDefinition: Decoder<Review> = mapped(
  object({
    every: optional(period, 'How often the runbook is to be reviewed, for example 180d.'),
    last: optional(day, 'The day on which its owner last read it through, for example 2026-11-01.'),
  }),
  ({ values: { every, last } }) => ({ every, last }),
)
