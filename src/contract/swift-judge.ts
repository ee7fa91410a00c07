import type { CompiledPart } from '../compile/compiled-program.ts'
import type { SchemaCheck } from '../receiver/schema-violation.ts'
import { bodyFrames, maskOf, ODD, parseJson, pieceAt, type BodyFrame } from './body-frame.ts'
import { judge, type Court } from './judge.ts'
import type { Picks } from './lead-plan.ts'
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
  const frames = bodyFrames(court, pools, groups)
  if (frames === undefined) return undefined
  const masks = pools.map(({ values }) => values.map(({ value }) => maskOf(value, groups)))
  const constant = constantMask(court, pools, groups)
  const { schema } = court.subject
  const passesIn = (world: number, picks: Picks): boolean => {
    const frame = frames[world]
    return frame !== undefined && passes(frame, picks, schema)
  }
  return (picks, turn, mostWorlds) => {
    // One world of all, in turn: to ask which of them differ for the lead costs more than it saves.
    if (mostWorlds === 1) return passesIn(turn % frames.length, picks)
    let mask = constant
    for (let column = 0; column < masks.length; column++) {
      mask |= masks[column]?.[picks[column] ?? PLAIN] ?? 0
    }
    const { first } = groups.groupsFor(mask)
    const step = Math.max(1, Math.ceil(first.length / mostWorlds))
    for (let nth = turn % step; nth < first.length; nth += step) {
      if (!passesIn(first[nth] ?? 0, picks)) return false
    }
    return true
  }
}

function passes(
  { before, slots }: BodyFrame,
  picks: Picks,
  schema: SchemaCheck | undefined,
): boolean {
  let body = before
  for (const slot of slots) body += pieceAt(slot, picks).text
  const document = parseJson(body)
  if (document === ODD) return false
  for (const slot of slots) {
    const { read } = pieceAt(slot, picks)
    if (read === ODD || readAt(document, slot.path) !== read) return false
  }
  return schema === undefined || schema(document).length === 0
}

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

/** Every path stands in the static text, so that each key is the document's own. */
function readAt(document: unknown, path: readonly (string | number)[]): unknown {
  let current = document
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return ODD
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return current
}
