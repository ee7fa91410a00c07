import { FINGERPRINT_PREFIX } from './endpoint-promise.ts'
import type { FieldChange } from './plan.ts'
import type { Step } from './step.ts'
import { itemsOf, type StepEntry, type StepItem } from './step-entries.ts'
import { isOrdered } from './step-fingerprint.ts'

/** What differs between a step as it was done and as it should be, in the order of the screen. */
export function stepChanges(before: Step, after: Step): readonly FieldChange[] {
  const pairs = pairItems(itemsOf(before), itemsOf(after))
  return [...pairs.flatMap(({ old, now }) => itemChanges(old, now)), ...orderChanges(pairs)]
}

interface Pair {
  readonly old: StepItem | undefined
  /** The place among the earlier items. */
  readonly was: number
  readonly now: StepItem | undefined
}

/** The same items first, then those of one name in their order: what is left has come or gone. */
function pairItems(before: readonly StepItem[], after: readonly StepItem[]): readonly Pair[] {
  const left = new Set(before.keys())
  const take = (isWanted: (item: StepItem) => boolean): number => {
    const index = before.findIndex((item, place) => left.has(place) && isWanted(item))
    left.delete(index)
    return index
  }
  const same = after.map((now) => take((old) => textOf(old) === textOf(now)))
  const pairs = after.map((now, index): Pair => {
    const found = same[index] ?? -1
    const was =
      found === -1 ? take(({ kind, name }) => kind === now.kind && name === now.name) : found
    return { old: before[was], was, now }
  })
  return [...pairs, ...[...left].map((was): Pair => ({ old: before[was], was, now: undefined }))]
}

function textOf(item: StepItem): string {
  return JSON.stringify(item)
}

function itemChanges(old: StepItem | undefined, now: StepItem | undefined): readonly FieldChange[] {
  const item = now ?? old
  if (item === undefined) return []
  const place = placeOf(item)
  if (isSingle(item)) return valueChange(place, old?.entries[0], now?.entries[0])
  if (old === undefined) return [{ motion: 'add', place, before: undefined, after: inside(item) }]
  if (now === undefined)
    return [{ motion: 'remove', place, before: inside(item), after: undefined }]
  const labels = [...new Set([...now.entries, ...old.entries].map(({ label }) => label))]
  return labels.flatMap((label) =>
    valueChange(
      label === '' ? place : `${place}, ${label}`,
      old.entries.find((entry) => entry.label === label),
      now.entries.find((entry) => entry.label === label),
    ),
  )
}

/** A field of a dialog, and what no movement types, hold one value under their own name. */
function isSingle({ kind }: StepItem): boolean {
  return kind === 'field' || kind === 'other'
}

function placeOf({ kind, name }: StepItem): string {
  return kind === 'field' || kind === 'other' ? name : `${kind} ${name}`
}

function valueChange(
  place: string,
  old: StepEntry | undefined,
  now: StepEntry | undefined,
): readonly FieldChange[] {
  const before = old === undefined ? undefined : valueOf(old)
  const after = now === undefined ? undefined : valueOf(now)
  if (before === after) return []
  return [{ motion: 'set', place, before: shown(before), after: shown(after) }]
}

function valueOf({ operator, value }: StepEntry): string {
  return operator === undefined ? value : `${operator} ${value}`.trimEnd()
}

/** A fingerprint says only that there is a difference. */
function shown(value: string | undefined): string | undefined {
  return value?.startsWith(FINGERPRINT_PREFIX) === true ? undefined : value
}

/** What a row or rule holds, in one line: a row without its key, which is its name. */
function inside({ kind, entries }: StepItem): string {
  const [, ...rest] = entries
  return (kind === 'row' ? rest : entries)
    .map((entry) => (entry.label === '' ? valueOf(entry) : `${entry.label}: ${valueOf(entry)}`))
    .join('; ')
}

/** What stays has another order, where the order means something. */
function orderChanges(pairs: readonly Pair[]): readonly FieldChange[] {
  const kept = pairs.filter(({ old, now }) => old !== undefined && now !== undefined)
  const placed = kept.filter(({ now }) => now !== undefined && isOrdered(now) && !isSingle(now))
  const isMoved = placed.some(({ was }, index) => was < (placed[index - 1]?.was ?? -1))
  if (!isMoved) return []
  const after = placed.flatMap(({ now }) => (now === undefined ? [] : [nameIn(now)])).join(', ')
  return [{ motion: 'order', place: 'order', before: undefined, after }]
}

/** Flow steps of one name are told apart by what they hold. */
function nameIn(item: StepItem): string {
  const held = inside(item)
  return held === '' ? item.name : `${item.name} (${held})`
}
