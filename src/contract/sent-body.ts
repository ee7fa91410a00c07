import type { CompiledText, SentWebhook } from '../compile/compiled-program.ts'
import { sentTemplate } from '../emulate/build-request.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { BodyFormat } from '../marketo/body-formats/body-format.ts'
import { placeTokens, type PlacedUse } from './placed-use.ts'

/** A template as it is sent: its static text depends on whether Marketo reads backslashes in it. */
export interface SentBody {
  readonly text: CompiledText
  readonly placed: readonly PlacedUse[]
}

/** What is sent of a webhook's template in a world, read once for all worlds in which it is the same. */
export function sentBodyOf(
  webhook: SentWebhook,
  { readTemplate }: BodyFormat,
): (world: AssumptionSet) => SentBody | undefined {
  const known = new Map<string | undefined, SentBody | undefined>()
  return (world) => {
    const spelling = world['backslash-preparse']
    if (!known.has(spelling)) {
      const sent = sentTemplate(webhook, world)
      const isSent = sent?.status === 'sent'
      known.set(
        spelling,
        isSent ? { text: sent.text, placed: placeTokens(sent.text, readTemplate) } : undefined,
      )
    }
    return known.get(spelling)
  }
}
