import type { TokenUse } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { encodingNamed } from '../marketo/encodings/encodings.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { showValue } from '../marketo/tokens/show-value.ts'
import { isSame } from './read-as-expected.ts'
import type { Court } from './judge.ts'
import type { Picks } from './lead-plan.ts'
import { mattersForValue } from './matters-for.ts'
import { sentBodyOf } from './sent-body.ts'
import { PLAIN, type ValuePool } from './value-pool.ts'
import type { WorldGroups } from './world-groups.ts'

/** The text of a JSON template in one world, with a slot for each token that leads vary. */
export interface BodyFrame {
  readonly before: string
  readonly slots: readonly Slot[]
}

/** A hole with the static text that follows it. Its pieces are made when they are first asked for. */
export interface Slot {
  readonly column: number
  readonly path: readonly (string | number)[]
  readonly pieces: readonly (Piece | undefined)[]
  readonly makePiece: (position: number) => Piece
}

/** What a lead puts into a body, and the value that a reader of the document must find there. */
export interface Piece {
  readonly text: string
  readonly read: unknown
}

/** What is read from a text that is not one JSON literal, or not the right one; no JSON value is this. */
export const ODD: unique symbol = Symbol('odd')

/** A frame for each world; undefined where a body cannot be put together from pieces. */
export function bodyFrames(
  court: Court,
  pools: readonly ValuePool[],
  groups: WorldGroups,
): readonly BodyFrame[] | undefined {
  const { webhook, bodyFormat } = court.subject
  const sentIn = sentBodyOf(webhook, bodyFormat)
  const holeOf = holeTable(court, pools, groups)
  const frames: BodyFrame[] = []
  for (const world of court.worlds.keys()) {
    const frame = frameFor(court, world, { sentIn, holeOf })
    if (frame === undefined) return undefined
    frames.push(frame)
  }
  return frames
}

export function pieceAt({ column, pieces, makePiece }: Slot, picks: Picks): Piece {
  const position = picks[column] ?? PLAIN
  return pieces[position] ?? makePiece(position)
}

/** The value of a JSON text, or `ODD`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return ODD
  }
}

/** A token with its default and the static text behind it: what it puts in for each of its values in each world. */
interface Hole {
  readonly column: number
  readonly pieceOf: (position: number, world: number) => Piece
}

type SentIn = ReturnType<typeof sentBodyOf>

/** Finds the hole of a token that this static text follows. */
type HoleTable = (use: TokenUse, after: string) => Hole

/** The column of a token that no lead varies: what it shows is a part of the static text. */
const NO_COLUMN = -1

/** From the last part to the first, so that each hole knows the static text that follows it. */
function frameFor(
  { worlds }: Court,
  world: number,
  { sentIn, holeOf }: { readonly sentIn: SentIn; readonly holeOf: HoleTable },
): BodyFrame | undefined {
  const sent = sentIn(worlds[world]?.assumptions ?? {})
  if (sent === undefined) return undefined
  const slots: Slot[] = []
  let after = ''
  for (const part of sent.text.parts.toReversed()) {
    if (part.kind === 'text') {
      after = part.text + after
      continue
    }
    const path = sent.placed.find(({ use }) => use === part)?.placed.path
    if (path === undefined) return undefined
    const hole = holeOf(part, after)
    if (hole.column === NO_COLUMN) {
      after = hole.pieceOf(PLAIN, world).text
      continue
    }
    slots.unshift(makeSlot(hole, path, world))
    after = ''
  }
  return { before: after, slots }
}

function makeSlot({ column, pieceOf }: Hole, path: Slot['path'], world: number): Slot {
  const pieces: Piece[] = []
  const makePiece = (position: number): Piece => {
    const piece = pieceOf(position, world)
    pieces[position] = piece
    return piece
  }
  return { column, path, pieces, makePiece }
}

/** Worlds share their holes where they share the static text: few pieces stay near the processor. */
function holeTable(court: Court, pools: readonly ValuePool[], groups: WorldGroups): HoleTable {
  const holes = new Map<string, Hole>()
  return (use, after) => {
    const id = JSON.stringify([use.key, use.token.defaultText, after])
    const hole = holes.get(id) ?? makeHole(court, { use, after }, pools, groups)
    holes.set(id, hole)
    return hole
  }
}

/** Pieces are made when they are first asked for: one for each group of worlds that differ for the value. */
function makeHole(
  court: Court,
  { use, after }: { readonly use: TokenUse; readonly after: string },
  pools: readonly ValuePool[],
  groups: WorldGroups,
): Hole {
  const column = pools.findIndex(({ token }) => token.use.key === use.key)
  const values = pools[column]?.values.map(({ value }) => value) ?? [
    court.space.plain.get(use.key) ?? null,
  ]
  const groupings = values.map((value) => groups.groupsFor(maskOf(value, groups)).groupOf)
  const made: Piece[][] = values.map(() => [])
  return {
    column,
    pieceOf: (position, world) => {
      const group = groupings[position]?.[world] ?? 0
      const known = made[position]?.[group]
      if (known !== undefined) return known
      const assumptions = court.worlds[world]?.assumptions ?? {}
      const { text, read } = makePiece(court, use, values[position] ?? null, assumptions)
      // `join` makes one flat text, which costs less to put into body after body than a text of texts.
      const piece = { text: [text, after].join(''), read }
      if (made[position] !== undefined) made[position][group] = piece
      return piece
    },
  }
}

/** The assumptions that can make a difference for a value, as a mask of `groups`. */
export function maskOf(value: TokenValue, groups: WorldGroups): number {
  return groups.always | groups.maskOf(mattersForValue(value))
}

function makePiece(
  { subject }: Court,
  use: TokenUse,
  value: TokenValue,
  world: AssumptionSet,
): Piece {
  const shown = showValue(use.field, value, use.token, world)
  const text = encodingNamed(subject.webhook.encoding).encode(shown, world)
  const read = parseJson(text)
  const isLiteral = typeof read !== 'object' || read === null
  const isRight = shown.status !== 'value' || isSame(read, shown)
  return { text, read: isLiteral && isRight ? read : ODD }
}
