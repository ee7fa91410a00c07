import type { CompiledWebhook, TokenUse } from '../../compile/compiled-program.ts'
import { canMatter } from '../../compile/sent-assumptions.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { encodingNamed } from '../../marketo/encodings/encodings.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { showValue } from '../../marketo/tokens/show-value.ts'
import { ANY_TEXT, EMAIL_VALUES, isOpenAddress } from '../any-text.ts'
import type { LeadSpace } from '../lead-space.ts'
import { mattersForValue } from '../matters-for.ts'
import type { PlacedUse } from '../placed-use.ts'
import { worldGroups } from '../world-groups.ts'
import { frameAround, harmlessTexts, NAMING } from './frame.ts'
import { partTexts, type PartText, type SentText } from './part-text.ts'
import { proveToken, type TokenQuestion } from './prove-token.ts'
import { settingOf, type Setting } from './setting.ts'
import { decidingValues, domainOf, type TokenDomain } from './token-domain.ts'
import type { TokenProof, Verdict } from './token-proof.ts'

interface Room {
  readonly space: LeadSpace
  readonly worlds: readonly AssumptionSet[]
}

/** Proves or refutes, without a lead, every token of a webhook, in the order of the dialogs. */
export function proveTokens(
  webhook: CompiledWebhook,
  space: LeadSpace,
  worlds: readonly AssumptionSet[],
): readonly TokenProof[] {
  const room = { space, worlds }
  return partTexts(webhook).flatMap((text) => proveText(text, room))
}

/** The tokens as the first world has them; in the others they stand in the same order. */
function proveText(text: PartText, { space, worlds: all }: Room): readonly TokenProof[] {
  const worlds = all.filter((world) => text.sentIn(world) !== undefined)
  const sent = worlds.flatMap((world) => text.sentIn(world) ?? [])
  const encodings = [...new Set(sent.map(({ encoding }) => encoding))]
  return (sent[0]?.placed ?? []).map(({ use, placed }, nth) => {
    const domain = domainOf(use, space)
    const verdict = verdictFor({ use, placed }, nth, { text, domain, room: { space, worlds } })
    const matters = new Set(domain.values.flatMap(mattersForValue))
    const rendered = openAssumptions(worlds).filter(
      (id) => text.restsOn.includes(id) || (matters.has(id) && canMatter(id, use)),
    )
    const isOpen = isOpenAddress(varying(use, { space, worlds }))
    const assumptions = [...rendered, ...(isOpen ? [EMAIL_VALUES] : [])].sort()
    return { use, part: text.name, placed, domain, encodings, assumptions, verdict }
  })
}

/** The assumptions about which the worlds differ. */
function openAssumptions(worlds: readonly AssumptionSet[]): readonly string[] {
  return Object.keys(worlds[0] ?? {})
    .filter((id) => new Set(worlds.map((world) => world[id])).size > 1)
    .sort()
}

interface Matter {
  readonly text: PartText
  readonly domain: TokenDomain
  readonly room: Room
}

function verdictFor({ use, placed }: PlacedUse, nth: number, matter: Matter): Verdict {
  const silence = SILENT[placed.context]
  if (silence !== undefined) return { status: 'unknown', reason: silence }
  const { text, domain, room } = matter
  const alike = worldsByKind(room.worlds, text.restsOn)
  const settings = settingsOf(nth, matter)
  const question: TokenQuestion = {
    use,
    domain,
    worlds: room.worlds,
    worldsFor: (value) => alike.worldsFor(mattersForValue(value)),
    encodingIn: (world) => text.sentIn(world)?.encoding ?? 'None',
    settingIn: settings,
    unreadable: text.reader.unreadable,
  }
  const verdict = proveToken(question)
  const varied = varying(use, room)
  if (verdict.status !== 'refuted' || !isOpenAddress(varied)) return verdict
  const values = decidingValues({ ...varied, holds: 'addresses-only' })
  const byAddress = proveToken({ ...question, domain: { ...domain, values } })
  if (byAddress.status === 'refuted') return verdict
  return { ...verdict, isEveryValue: false, assumptions: [...verdict.assumptions, ANY_TEXT] }
}

function varying(use: TokenUse, { space }: Room): FieldDefinition | undefined {
  return space.tokens.find((token) => token.use.key === use.key)?.field
}

interface WorldsByKind {
  /** Of the worlds that differ about nothing but other assumptions, one each. */
  readonly worldsFor: (ids: readonly string[]) => readonly AssumptionSet[]
}

function worldsByKind(worlds: readonly AssumptionSet[], always: readonly string[]): WorldsByKind {
  const { maskOf, groupsFor } = worldGroups(worlds)
  const known = new Map<number, readonly AssumptionSet[]>()
  return {
    worldsFor: (ids) => {
      const mask = maskOf([...always, ...ids])
      const first =
        known.get(mask) ?? groupsFor(mask).first.flatMap((nth) => worlds.slice(nth, nth + 1))
      known.set(mask, first)
      return first
    },
  }
}

/** Where no source says what is read. */
const SILENT: Readonly<Partial<Record<PlacedUse['placed']['context'], string>>> = {
  text: 'nothing says how the endpoint reads plain text',
  'url-fragment': 'no server sees the fragment of a URL',
}

interface Scene extends Matter {
  readonly sent: SentText
  readonly world: AssumptionSet
}

/** The setting of a token in each world; worlds with the same text around it share one. */
function settingsOf(nth: number, matter: Matter): (world: AssumptionSet) => Setting | undefined {
  const known = new Map<unknown, Setting | undefined>()
  const ofWorlds = new Map(
    matter.room.worlds.map((world) => {
      const sent = matter.text.sentIn(world)
      if (sent === undefined) return [world, undefined]
      const hasNames = sent.placed.some(({ placed }) => NAMING.includes(placed.context))
      const sameFor = hasNames ? world : sent.parts
      if (!known.has(sameFor)) known.set(sameFor, settingFor(nth, { ...matter, sent, world }))
      return [world, known.get(sameFor)]
    }),
  )
  return (world) => ofWorlds.get(world)
}

function settingFor(nth: number, scene: Scene): Setting | undefined {
  const open = scene.sent.placed[nth]
  if (open === undefined) return undefined
  const { use, placed } = open
  const isName = NAMING.includes(placed.context)
  const frame = frameAround(scene.sent.parts, use, (other, before) => {
    const isSame = isName && other.token.raw === use.token.raw
    return isSame ? undefined : fill(other, before, scene)[0]
  })
  const harmless = fill(use, frame[0], scene)
  const isFree = scene.domain.kind === 'fixed' && (isName || use.field === undefined)
  return settingOf(scene.text.reader, { frame, placed, harmless, isShapeFixed: !isFree })
}

/** What stands for a token that is not in question: harmless text; where it names something, its plain value. */
function fill(use: TokenUse, before: string, scene: Scene): readonly [string, ...string[]] {
  const { sent, world, room } = scene
  const place = sent.placed.find((candidate) => candidate.use === use)?.placed
  if (place === undefined) return ['x']
  const nth = sent.parts.findIndex((part) => part.kind === 'token' && part.key === use.key)
  const harmless = harmlessTexts(place, before, nth)
  if (!NAMING.includes(place.context)) return harmless
  const shown = showValue(use.field, room.space.plain.get(use.key) ?? null, use.token, world)
  return [encodingNamed(sent.encoding).encode(shown, world), ...harmless]
}
