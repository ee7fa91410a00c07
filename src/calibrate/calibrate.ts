import { parseJson } from '../base/json-value.ts'
import { stableJson } from '../base/stable-json.ts'
import type { CapturedCall } from '../capture/captured-call.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { ASSUMPTIONS, assumptionNamed } from '../marketo/assumptions/assumptions.ts'
import type { Calibration, Observation } from './observation.ts'
import { openProbe } from './open-probe.ts'
import { PROBE_ANSWER } from './probe-files.ts'
import { probeOf } from './probe-places.ts'
import { readProbe, type PlaceReading } from './read-probe.ts'

/** What a person has read in the record after the third call, by assumption. */
export type ReadBack = Readonly<Record<string, string>>

/** Assumptions that show in the record of the person, and in no request. */
export const READ_BACK: readonly string[] = ['mapping-coerce', 'mapping-null', 'mapping-overflow']

/**
 * What captures of the probe prove. A place whose text no world explains is a surprise, and proves
 * nothing; so does an assumption of which two places, or two calls, show different values.
 */
export function calibrate(calls: readonly CapturedCall[], readBack: ReadBack): Calibration {
  const { webhooks } = openProbe('https://probe.example.com').compiled
  const found = calls.flatMap((call) => readCall(call, webhooks))
  const answered = calls.find(isAnswered)
  const observations = ASSUMPTIONS.map(({ id }) => {
    const seen = readBack[id]
    return READ_BACK.includes(id) ? readRecord(id, seen, answered) : observe(id, found)
  })
  return { observations, told: tell(calls, found) }
}

interface ReadCall {
  readonly call: CapturedCall
  readonly webhook: string
  readonly reading: ReturnType<typeof readProbe>
}

function readCall(call: CapturedCall, webhooks: readonly CompiledWebhook[]): readonly ReadCall[] {
  const name = probeOf(call.request.url)
  const webhook = webhooks.find(({ id }) => id === name)
  if (webhook === undefined) return []
  const isText = call.bodyBytes === undefined
  const reading = isText ? readProbe(webhook, call.request) : ({ status: 'changed' } as const)
  return [{ call, webhook: webhook.id, reading }]
}

/** One assumption, in everything that was captured. */
function observe(id: string, found: readonly ReadCall[]): Observation {
  const places = found.flatMap(({ call, reading }) =>
    reading.status === 'read'
      ? reading.places
          .filter(({ place }) => place.subject === id)
          .map((place) => ({ at: call.at, place }))
      : [],
  )
  const [first] = places
  if (first === undefined) return { status: 'open', assumption: id, reason: reasonOf(id) }
  const surprise = places.find(({ place }) => place.worlds.length === 0)
  if (surprise !== undefined)
    return { status: 'surprise', assumption: id, seen: surprise.place.seen }
  const everywhere = found.flatMap(({ reading }) =>
    reading.status === 'read' ? reading.places : [],
  )
  const values = possibleValues(id, everywhere)
  const [value, ...others] = values
  const isSupported = places.every(({ place }) => agrees(place, everywhere))
  if (value === undefined || !isSupported)
    return { status: 'contradiction', assumption: id, values: claimedValues(id, everywhere) }
  if (others.length === 0)
    return { status: 'proven', assumption: id, value, at: first.at, how: 'captured request' }
  return {
    status: 'open',
    assumption: id,
    reason: `what was captured fits ${values.join(' and ')}`,
  }
}

/** The values that every place allows; one that no world explains, or where it cannot show, allows all of them. */
function possibleValues(id: string, places: readonly PlaceReading[]): readonly string[] {
  return valuesOf(id).filter((value) =>
    places.every(
      ({ ids, worlds }) =>
        !ids.includes(id) || worlds.length === 0 || worlds.some((world) => world[id] === value),
    ),
  )
}

/** Whether what a place says of other questions is what the other places say. */
function agrees(place: PlaceReading, everywhere: readonly PlaceReading[]): boolean {
  return ASSUMPTIONS.every(({ id, values }) => {
    const own = possibleValues(id, [place])
    if (own.length === values.length) return true
    const allowed = possibleValues(id, everywhere)
    return own.some((value) => allowed.includes(value))
  })
}

function claimedValues(id: string, places: readonly PlaceReading[]): readonly string[] {
  const claims = places.flatMap((place) => {
    const values = possibleValues(id, [place])
    return values.length === 1 ? values : []
  })
  return [...new Set(claims)].sort()
}

function valuesOf(id: string): readonly string[] {
  return assumptionNamed(id)?.values ?? []
}

/** What a person read counts only where the capture shows that the answer was given. */
function readRecord(
  id: string,
  seen: string | undefined,
  answered: CapturedCall | undefined,
): Observation {
  if (seen === undefined || answered === undefined) {
    const reason =
      seen === undefined
        ? `shows in the record of the person: say it with --seen ${id}=<what you read>`
        : 'the capture does not show that the probe was given its answer'
    return { status: 'open', assumption: id, reason }
  }
  if (!valuesOf(id).includes(seen)) return { status: 'surprise', assumption: id, seen }
  const how = 'read back in the record'
  return { status: 'proven', assumption: id, value: seen, at: answered.at, how }
}

function isAnswered({ request, answer, fault }: CapturedCall): boolean {
  if (probeOf(request.url) !== 'probe-answer' || fault !== undefined) return false
  const isSuccess = answer !== undefined && answer.status >= 200 && answer.status <= 299
  return isSuccess && stableJson(parseJson(answer.body)) === stableJson(PROBE_ANSWER)
}

/** Why a probe cannot show it at all, or has not been called. */
function reasonOf(id: string): string {
  const webhook = WEBHOOK_OF[id]
  return webhook === undefined
    ? 'no single request shows it'
    : `no unchanged call of ${webhook} was captured`
}

const WEBHOOK_OF: Readonly<Record<string, string>> = {
  astral: 'Hookbook Probe JSON',
  'backslash-preparse': 'Hookbook Probe JSON',
  'boolean-under-json': 'Hookbook Probe JSON',
  'default-encoding': 'Hookbook Probe JSON',
  'empty-number-under-json': 'Hookbook Probe JSON',
  'html-encoding': 'Hookbook Probe JSON',
  'json-escapes': 'Hookbook Probe JSON',
  'line-breaks': 'Hookbook Probe JSON',
  'encoding-in-headers': 'Hookbook Probe Form',
  'encoding-in-url': 'Hookbook Probe Form',
  'form-space': 'Hookbook Probe Form',
}

function tell(calls: readonly CapturedCall[], found: readonly ReadCall[]): readonly string[] {
  const others = calls.length - found.length
  const changed = found.filter(
    ({ reading, webhook }) => reading.status === 'changed' && webhook !== 'probe-answer',
  )
  return [
    ...(others > 0 ? [`Of the captured requests ${others} did not come to a probe.`] : []),
    ...changed.map(
      ({ call, webhook }) =>
        `The request ${call.id} came to ${webhook} and is not what was printed: look whether the template, the URL and the header were typed as they stand there.`,
    ),
  ]
}
