import type { SentWebhook } from '../../compile/compiled-program.ts'
import { sentAssumptions } from '../../compile/sent-assumptions.ts'
import { openCourt, type Court } from '../../contract/judge.ts'
import { subjectOf, type BodyReader } from '../../contract/render-case.ts'
import { tokensOf } from '../../emulate/fixture-situation.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { assumptionSets } from '../../marketo/assumptions/assumption-sets.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import { ENCODINGS } from '../../marketo/encodings/encodings.ts'
import type { PlaygroundSchema, PlaygroundWebhook } from './playground-data.ts'
import { restoreWebhook } from './restore-webhook.ts'

/** A webhook under one encoding, ready to be called with any values. */
export interface Trial {
  readonly encoding: EncodingName
  /** True for the encoding that the definition has. */
  readonly isChosen: boolean
  readonly court: Court<SentWebhook>
  readonly schema: PlaygroundSchema
}

/** A webhook under each encoding, the chosen one first. Its endpoint stays the same: it expects what the definition says. */
export function openTrials(
  data: PlaygroundWebhook,
  pinned: AssumptionSet,
  reader: BodyReader,
): readonly Trial[] {
  const chosen = restoreWebhook(data, pinned)
  const others = ENCODINGS.map(({ name }) => name).filter((name) => name !== chosen.encoding)
  return [chosen.encoding, ...others].map((encoding) => ({
    encoding,
    isChosen: encoding === chosen.encoding,
    court: courtOf({ ...chosen, encoding }, data, pinned, reader),
    schema: data.schema,
  }))
}

function courtOf(
  webhook: SentWebhook,
  { tokens }: PlaygroundWebhook,
  pinned: AssumptionSet,
  reader: BodyReader,
): Court<SentWebhook> {
  const varied = new Set(tokens.filter(({ isVaried }) => isVaried).map(({ key }) => key))
  const space = {
    plain: new Map(tokens.map(({ key, plain }) => [key, plain])),
    tokens: tokensOf(webhook).flatMap((use) =>
      use.field !== undefined && varied.has(use.key) ? [{ use, field: use.field }] : [],
    ),
  }
  const worlds = assumptionSets(sentAssumptions(webhook), pinned)
  return openCourt(subjectOf(webhook, reader), space, worlds)
}
