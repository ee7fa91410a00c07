import { MASKED_SECRET } from '../../capture/captured-call.ts'
import { sentAssumptions } from '../../compile/sent-assumptions.ts'
import type { CompiledPart, CompiledWebhook } from '../../compile/compiled-program.ts'
import { sentTemplate } from '../../emulate/build-request.ts'
import type { HttpRequest } from '../../emulate/call.ts'
import { firstDifferentByte } from '../../emulate/first-different-byte.ts'
import { assumptionSets } from '../../marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { usualAssumptions } from '../../marketo/assumptions/assumptions.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { targetOf } from '../probe-places.ts'
import type { ComparedByte, Comparison } from './comparison.ts'
import { matchText, type MatchedText } from './match-text.ts'
import type { Showing } from './possible-value.ts'

export interface CompareOptions {
  readonly pinned: AssumptionSet
  /** Values of a known lead, by token key; empty for a real person, whose values nobody needs to know. */
  readonly known: ReadonlyMap<string, TokenValue>
}

/** Holds a real request against what the emulator would have sent, in every world that matters. */
export function compareRequest(
  webhook: CompiledWebhook,
  request: HttpRequest,
  { pinned, known }: CompareOptions,
): Comparison {
  const base = { ...usualAssumptions(), ...pinned }
  const worlds = worldsOf(webhook, pinned)
  const seen = comparable(request, webhook)
  const tried = worlds.flatMap((world) => tryWorld(webhook, seen, { world, known }))
  const usual = tried.find(({ world }) => deviations(world, base).length === 0)
  const fitting = tried.filter(({ at }) => at === undefined).map(({ world }) => world)
  if (usual !== undefined && usual.at === undefined)
    return { status: 'same', bytes: bytesOf(seen), shows: shownBy(fitting, webhook, pinned) }
  const furthest = tried.toSorted(
    (a, b) =>
      distance(b.at) - distance(a.at) ||
      deviations(a.world, base).length - deviations(b.world, base).length,
  )[0]
  const at = usual?.at ?? furthest?.at
  if (at === undefined) throw new Error('a webhook that sends nothing in any world')
  if (fitting.length > 0) return { status: 'explained', at, by: fewest(fitting, base) }
  return {
    status: 'unexplained',
    at: furthest?.at ?? at,
    world: furthest === undefined ? [] : deviations(furthest.world, base),
  }
}

interface TriedWorld {
  readonly world: AssumptionSet
  /** Undefined where the world sends exactly what was seen. */
  readonly at: ComparedByte | undefined
}

/** Also against what is pinned: a pin may be wrong. */
function worldsOf(webhook: CompiledWebhook, pinned: AssumptionSet): readonly AssumptionSet[] {
  const ids = sentAssumptions(webhook)
  const others = Object.entries(pinned).filter(([id]) => !ids.includes(id))
  return assumptionSets(ids, Object.fromEntries(others))
}

/** Only what the webhook says: what a connection adds is not its own, and a host may be any. */
function comparable(request: HttpRequest, webhook: CompiledWebhook): HttpRequest {
  const own = new Set(webhook.headers.map(({ name }) => name.toLowerCase()))
  return {
    method: request.method,
    url: targetOf(request.url),
    headers: request.headers.filter(([name]) => own.has(name.toLowerCase())),
    body: request.body ?? '',
  }
}

/** Nothing for a world in which no request is made. */
function tryWorld(
  webhook: CompiledWebhook,
  seen: HttpRequest,
  { world, known }: Pick<Showing, 'world' | 'known'>,
): readonly TriedWorld[] {
  const template = sentTemplate(webhook, world)
  if (template?.status === 'refused') return []
  const { encoding } = webhook
  const showing = (isEncoded: boolean): Showing => ({
    encoding: isEncoded ? encoding : 'None',
    world,
    known,
  })
  const inUrl = showing(world['encoding-in-url'] === 'applied')
  const inHeader = showing(world['encoding-in-headers'] === 'applied')
  const url = matchText(targetParts(webhook), seen.url, inUrl)
  const headers = webhook.headers.map((header) => {
    const value = valueOf(seen, header.name)
    const name = header.name
    if (header.kind === 'secret') return { name, ...secretText(header.format, value) }
    return { name, ...matchText(header.value.parts, value ?? '', inHeader) }
  })
  const parts = template === undefined ? [] : template.text.parts
  const body = matchText(parts, seen.body ?? '', showing(true))
  const expected = {
    method: webhook.method,
    url: url.text,
    headers: headers.map(({ name, text }) => [name, text] as const),
    body: body.text,
  }
  const at = firstDifferentByte(expected, seen)
  if (at === undefined) return [{ world, at }]
  const matched = [url, ...headers, body]
  const texts = [
    'the URL',
    ...headers.map(({ name }) => `the header ${name.toLowerCase()}`),
    'the body',
  ]
  const text = matched[texts.indexOf(at.part)]
  return [{ world, at: { ...at, token: tokenAt(text, at.byte) } }]
}

/** The URL without its host, which is that of whoever captured. */
function targetParts({ url }: CompiledWebhook): readonly CompiledPart[] {
  return url.parts.map((part, nth) =>
    nth === 0 && part.kind === 'text' ? { ...part, text: targetOf(part.text) } : part,
  )
}

function valueOf({ headers }: HttpRequest, wanted: string): string | undefined {
  const name = wanted.toLowerCase()
  return headers.find(([own]) => own.toLowerCase() === name)?.[1]
}

/** What a secret is nobody compares; only that there is one. */
function secretText(format: string, value: string | undefined): MatchedText {
  const masked = format.replaceAll('${secret}', MASKED_SECRET)
  return { text: value === undefined || value === '' ? masked : value, values: [] }
}

function tokenAt(matched: MatchedText | undefined, byte: number): ComparedByte['token'] {
  if (matched === undefined) return undefined
  const before = new TextEncoder().encode(matched.text).slice(0, byte)
  const offset = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before).length
  const found = matched.values.find(
    ({ start, end }) => start <= offset && (offset < end || (start === end && offset === end)),
  )
  return found?.use
}

/** In which a world differs from another, as `id: value`. */
function deviations(world: AssumptionSet, base: AssumptionSet): readonly string[] {
  return Object.entries(world)
    .filter(([id, value]) => base[id] !== value)
    .map(([id, value]) => `${id}: ${value}`)
    .sort()
}

/** More ways than this tell nobody more. */
const MOST_WAYS = 3

function fewest(
  worlds: readonly AssumptionSet[],
  base: AssumptionSet,
): readonly (readonly string[])[] {
  const all = worlds.map((world) => deviations(world, base))
  const least = Math.min(...all.map(({ length }) => length))
  return all.filter(({ length }) => length === least).slice(0, MOST_WAYS)
}

/** What every fitting world has in common, although it is open. */
function shownBy(
  fitting: readonly AssumptionSet[],
  webhook: CompiledWebhook,
  pinned: AssumptionSet,
): readonly string[] {
  return sentAssumptions(webhook).flatMap((id) => {
    const values = new Set(fitting.map((world) => world[id]))
    const [value] = values
    return values.size === 1 && value !== undefined && !Object.hasOwn(pinned, id)
      ? [`${id}: ${value}`]
      : []
  })
}

function distance(at: ComparedByte | undefined): number {
  if (at === undefined) return Number.MAX_SAFE_INTEGER
  const rank = ['the method', 'the URL'].indexOf(at.part)
  const order = at.part === 'the body' ? 3 : rank === -1 ? 2 : rank
  return order * 1e9 + at.byte
}

function bytesOf({ body }: HttpRequest): number {
  return new TextEncoder().encode(body ?? '').length
}
