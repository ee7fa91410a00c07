import { sentAssumptions } from '../compile/sent-assumptions.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { buildRequest } from '../emulate/build-request.ts'
import type { HttpRequest, Situation } from '../emulate/call.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { PROBE_PERSON } from './probe-files.ts'
import { PROBE_PLACES, readPlaces, type ProbePlace } from './probe-places.ts'

/** What one place of one call leaves of the possible worlds. */
export interface PlaceReading {
  readonly place: ProbePlace
  readonly seen: string
  /** The assumptions that can show in this webhook; of all others the worlds say nothing. */
  readonly ids: readonly string[]
  /** The worlds in which exactly this stands there; none for a surprise. */
  readonly worlds: readonly AssumptionSet[]
}

export type ProbeReading =
  | {
      readonly status: 'read'
      readonly places: readonly PlaceReading[]
    }
  /** It came to the address of the probe, and is not the probe as it was printed. */
  | { readonly status: 'changed' }

/** Holds a captured call of a probe against every world that the emulator knows, place by place. */
export function readProbe(webhook: CompiledWebhook, request: HttpRequest): ProbeReading {
  const own = PROBE_PLACES.filter((place) => place.webhook === webhook.id)
  const seen = readPlaces(own, request)
  if (seen === undefined || request.method !== webhook.method) return { status: 'changed' }
  const ids = sentAssumptions(webhook)
  const rendered = renderedPlaces(webhook, own, ids)
  const places = own.map((place, nth): PlaceReading => ({
    place,
    seen: seen[nth] ?? '',
    ids,
    worlds: rendered.filter(({ texts }) => texts[nth] === seen[nth]).map(({ world }) => world),
  }))
  return { status: 'read', places }
}

interface RenderedWorld {
  readonly world: AssumptionSet
  readonly texts: readonly string[]
}

/** The probe sends the same in a world however often it was captured. */
const RENDERED = new WeakMap<CompiledWebhook, readonly RenderedWorld[]>()

function renderedPlaces(
  webhook: CompiledWebhook,
  places: readonly ProbePlace[],
  ids: readonly string[],
): readonly RenderedWorld[] {
  const rendered = RENDERED.get(webhook) ?? renderPlaces(webhook, places, ids)
  RENDERED.set(webhook, rendered)
  return rendered
}

function renderPlaces(
  webhook: CompiledWebhook,
  places: readonly ProbePlace[],
  ids: readonly string[],
): readonly RenderedWorld[] {
  return assumptionSets(ids, {}).flatMap((world) =>
    PROBE_SITUATIONS.map((situation) => {
      const built = buildRequest(webhook, situation, { assumptions: world, secretOf: () => '' })
      const texts = built.status === 'built' ? readPlaces(places, built.request) : undefined
      if (texts === undefined) throw new Error('the emulator sends another probe than is printed')
      return { world, texts }
    }),
  )
}

/** What Marketo holds for the test person: how a record keeps a line break is known to nobody. */
export const PROBE_SITUATIONS: readonly Situation[] = ['\n', '\r\n'].map(
  (lineBreak) =>
    new Map<string, TokenValue>([
      ['lead.id', 1],
      ...PROBE_PERSON.map(({ key, value = null }) => {
        const stored = typeof value === 'string' ? value.replaceAll('\n', lineBreak) : value
        return [key, stored] as const
      }),
    ]),
)
