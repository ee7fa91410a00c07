import { pointerOf } from '../base/json-pointer.ts'
import type { CompiledMapping, CompiledWebhook } from '../compile/compiled-program.ts'
import type { MappingResult } from '../emulate/call.ts'
import { exchangeOf } from '../emulate/exchange-of.ts'
import { mappingEnd, readOnce, type ExchangeReading } from '../emulate/read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { PathSegment } from '../marketo/response-types/parse-path.ts'
import { responseTypeNamed } from '../marketo/response-types/response-types.ts'
import type { MappingEnd } from '../model/mapping-verdict.ts'
import { NO_PROBES, type TextProbes } from '../model/schema/boundary-texts.ts'
import { turningTexts } from '../model/schema/mapped-values.ts'
import { schemaAnswers, type ProbesAt, type SchemaAnswer } from '../receiver/schema-answers.ts'
import { answerWith } from '../receiver/usual-answer.ts'

/** An answer made from the response schema, and how Marketo ends the call that gets it. */
export interface TriedAnswer {
  readonly answer: SchemaAnswer
  readonly reading: ExchangeReading
  /** How each mapping ends; empty where nothing is read. */
  readonly ends: readonly TriedMapping[]
}

export interface TriedMapping {
  readonly mapping: CompiledMapping
  readonly result: MappingResult['result']
  readonly end: MappingEnd
}

/** Every answer that the response schema lets us make, on the virtual clock. */
export function tryAnswers(
  webhook: CompiledWebhook,
  pinned: AssumptionSet,
): readonly TriedAnswer[] {
  const { response, responseType } = webhook
  if (response?.schema === undefined || responseTypeNamed(responseType).read === undefined)
    return []
  return schemaAnswers(response, probesOf(webhook))
    .filter(({ value }) => responseType !== 'XML' || isDocument(value))
    .map((answer) => tryAnswer(webhook, answer, pinned))
}

function tryAnswer(
  webhook: CompiledWebhook,
  answer: SchemaAnswer,
  pinned: AssumptionSet,
): TriedAnswer {
  const deadline = { milliseconds: LIMITS.timeoutMilliseconds }
  const exchange = exchangeOf(answerWith(webhook, answer.value), deadline)
  const reading = readOnce(webhook, exchange, pinned)
  const { outcome } = reading
  const updates = outcome.status === 'written' ? outcome.updates : []
  const ends = updates.map(({ mapping, result }) => ({ mapping, result, end: mappingEnd(result) }))
  return { answer, reading, ends }
}

/** Only a value with one member, which is no list, is an XML document as it stands. */
function isDocument(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [first, ...others] = Object.values(value)
  return first !== undefined && others.length === 0 && !Array.isArray(first)
}

/** The texts at which mapped fields are full, and the positions that paths name. */
function probesOf({ mappings, responseType }: CompiledWebhook): ProbesAt {
  const texts = new Map<string, TextProbes>()
  const positions = new Map<string, readonly number[]>()
  for (const { segments = [], field } of mappings) {
    for (const [index, segment] of segments.entries()) {
      const holder = placeOf(segments.slice(0, index))
      if (segment.kind === 'index') {
        positions.set(holder, [...(positions.get(holder) ?? []), segment.index])
      }
    }
    const place = placeOf(segments)
    if (field !== undefined)
      texts.set(place, both(texts.get(place) ?? NO_PROBES, turningTexts(field)))
  }
  // In XML the only item of a list stands where its element does, without a position.
  const asMapped = (place: string): string =>
    responseType === 'XML' ? place.replace(/\/0(?=\/|$)/g, '') : place
  return (place) => ({
    text: texts.get(place) ?? texts.get(asMapped(place)) ?? NO_PROBES,
    positions: positions.get(place) ?? [],
  })
}

function both(one: TextProbes, other: TextProbes): TextProbes {
  return {
    lengths: [...one.lengths, ...other.lengths],
    texts: [...one.texts, ...other.texts],
  }
}

function placeOf(segments: readonly PathSegment[]): string {
  return pointerOf(
    segments.map((segment) => (segment.kind === 'member' ? segment.name : segment.index)),
  )
}
