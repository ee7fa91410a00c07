import type { CompiledPart, TokenUse } from '../compile/compiled-program.ts'
import { sentTemplate } from '../emulate/build-request.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { encodingNamed } from '../marketo/encodings/encodings.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { showValue } from '../marketo/tokens/show-value.ts'
import type { SchemaCheck } from '../receiver/json-schema.ts'
import { isSame } from './checks/values-survive.ts'
import { judge, type Court } from './judge.ts'
import type { Picks } from './lead-plan.ts'
import { mattersForValue } from './matters-for.ts'
import { placeTokens } from './render-case.ts'
import { PLAIN, type ValuePool } from './value-pool.ts'
import { worldGroups, type WorldGroups } from './world-groups.ts'

/**
 * True when a lead passes every check; false when it takes the careful judge to say. `mostWorlds` bounds
 * in how many of the worlds that differ for it a lead is looked at; `turn` says with which to begin.
 */
export type SwiftJudge = (picks: Picks, turn: number, mostWorlds: number) => boolean

/**
 * Judges leads as fast as their bodies can be parsed, where that can be done soundly: a JSON template
 * whose tokens each stand alone as a value, the URL and the headers without tokens. Each value's encoded
 * text is worked out and held against what it should say once; if it is one JSON literal, it can neither
 * end nor begin anything in the document around it. What is left for each lead is to join the texts,
 * parse them, read every token's value back, and ask the schema. Anything odd goes to the careful judge.
 */
export function swiftJudge(court: Court, pools: readonly ValuePool[]): SwiftJudge | undefined {
  if (!isSimple(court)) return undefined
  const groups = worldGroups(court.worlds.map(({ assumptions }) => assumptions))
  const holes = holeTable(court, pools, groups)
  const frames = court.worlds.map(({ assumptions }) => frameFor(court, assumptions, holes))
  if (frames.some((frame) => frame === undefined)) return undefined
  const masks = pools.map(({ values }) => values.map(({ value }) => maskOf(value, groups)))
  const constant = constantMask(court, pools, groups)
  const { schema } = court.subject
  return (picks, turn, mostWorlds) => {
    let mask = constant
    for (let column = 0; column < masks.length; column++) {
      mask |= masks[column]?.[picks[column] ?? PLAIN] ?? 0
    }
    const { first } = groups.groupsFor(mask)
    const step = Math.max(1, Math.ceil(first.length / mostWorlds))
    for (let nth = turn % step; nth < first.length; nth += step) {
      const world = first[nth] ?? 0
      const frame = frames[world]
      if (frame === undefined || !passes(frame, world, picks, schema)) return false
    }
    return true
  }
}

function passes(
  { before, slots }: Frame,
  world: number,
  picks: Picks,
  schema: SchemaCheck | undefined,
): boolean {
  let body = before
  for (const { hole, after } of slots) {
    const { text, read } = hole.renditionOf(picks, world)
    if (read === ODD) return false
    body += text + after
  }
  const document = parse(body)
  if (document === ODD) return false
  for (const { hole, path } of slots) {
    if (readAt(document, path) !== hole.renditionOf(picks, world).read) return false
  }
  return schema === undefined || schema(document).length === 0
}

/** The static text of a template with its holes. */
interface Frame {
  readonly before: string
  readonly slots: readonly Slot[]
}

interface Slot {
  readonly hole: Hole
  readonly path: readonly (string | number)[]
  readonly after: string
}

/** A token with its default, wherever it stands: what it shows for each of its values in each world. */
interface Hole {
  readonly renditionOf: (picks: Picks, world: number) => Rendition
}

/** What stands in a hole, and the value that a reader of the document must find there. */
interface Rendition {
  readonly text: string
  readonly read: unknown
}

/** No JSON value is this. */
const ODD = Symbol('odd')

function isSimple(court: Court): boolean {
  const { webhook, bodyFormat, placed, placedInUrl } = court.subject
  return (
    bodyFormat.name === 'json' &&
    webhook.template !== undefined &&
    placedInUrl.length === 0 &&
    webhook.headers.every(
      (header) => header.kind === 'secret' || header.value.parts.every(isText),
    ) &&
    placed.every(
      ({ placed: place }) =>
        place.isAlone && place.context === 'json-value' && place.path !== undefined,
    ) &&
    court.worlds.every(({ plain }) => plain !== undefined) &&
    judge(court, court.space.plain).length === 0
  )
}

function isText({ kind }: CompiledPart): boolean {
  return kind === 'text'
}

function frameFor(
  { subject }: Court,
  world: AssumptionSet,
  holeOf: (use: TokenUse) => Hole,
): Frame | undefined {
  const sent = sentTemplate(subject.webhook, world)
  if (sent?.status !== 'sent') return undefined
  const { parts } = sent.text
  const places = placeTokens(sent.text, subject.bodyFormat.readTemplate)
  const slots: Slot[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') continue
    const path = places.find(({ use }) => use === part)?.placed.path
    if (path === undefined) return undefined
    slots.push({ hole: holeOf(part), path, after: textOf(parts[index + 1]) })
  }
  return { before: textOf(parts[0]), slots }
}

function textOf(part: CompiledPart | undefined): string {
  return part?.kind === 'text' ? part.text : ''
}

function maskOf(value: TokenValue, groups: WorldGroups): number {
  return groups.always | groups.maskOf(mattersForValue(value))
}

/** The assumptions that matter for what is the same in every lead. */
function constantMask(
  { subject, space }: Court,
  pools: readonly ValuePool[],
  groups: WorldGroups,
): number {
  const varied = new Set(pools.map(({ token }) => token.use.key))
  return subject.uses
    .filter(({ key }) => !varied.has(key))
    .reduce((mask, { key }) => mask | maskOf(space.plain.get(key) ?? null, groups), groups.always)
}

/** The same token may stand twice, with different defaults; those are two holes. */
function holeTable(
  court: Court,
  pools: readonly ValuePool[],
  groups: WorldGroups,
): (use: TokenUse) => Hole {
  const holes = new Map<string, Hole>()
  return (use) => {
    const id = `${use.key} ${use.token.defaultText ?? ''}`
    const hole = holes.get(id) ?? makeHole(court, use, pools, groups)
    holes.set(id, hole)
    return hole
  }
}

/** Renditions are made when they are first asked for: one for each group of worlds that differ for the value. */
function makeHole(
  court: Court,
  use: TokenUse,
  pools: readonly ValuePool[],
  groups: WorldGroups,
): Hole {
  const column = pools.findIndex(({ token }) => token.use.key === use.key)
  const values = pools[column]?.values.map(({ value }) => value) ?? [
    court.space.plain.get(use.key) ?? null,
  ]
  const groupings = values.map((value) => groups.groupsFor(maskOf(value, groups)).groupOf)
  const made: Rendition[][] = values.map(() => [])
  return {
    renditionOf: (picks, world) => {
      const position = picks[column] ?? 0
      const group = groupings[position]?.[world] ?? 0
      const known = made[position]?.[group]
      if (known !== undefined) return known
      const assumptions = court.worlds[world]?.assumptions ?? {}
      const rendition = makeRendition(court, use, values[position] ?? null, assumptions)
      if (made[position] !== undefined) made[position][group] = rendition
      return rendition
    },
  }
}

function makeRendition(
  { subject }: Court,
  use: TokenUse,
  value: TokenValue,
  world: AssumptionSet,
): Rendition {
  const shown = showValue(use.field, value, use.token, world)
  const text = encodingNamed(subject.webhook.encoding).encode(shown, world)
  const read = parse(text)
  const isLiteral = typeof read !== 'object' || read === null
  const isRight = shown.status !== 'value' || isSame(read, shown)
  return { text, read: isLiteral && isRight ? read : ODD }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return ODD
  }
}

/** Every path stands in the static text, so that each key is the document's own. */
function readAt(document: unknown, path: readonly (string | number)[]): unknown {
  let current = document
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return ODD
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return current
}
