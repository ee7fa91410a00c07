import { stableJson } from '../base/stable-json.ts'

/** A piece of a definition without the places where it was written: the same text for the same meaning. */
export function meaningOf(piece: unknown): string {
  return stableJson(withoutPlaces(piece) ?? null)
}

/** The same without what only names it. */
export function contentOf(piece: object, ...names: readonly string[]): string {
  const kept = Object.entries(piece).filter(([key]) => !names.includes(key))
  return meaningOf(Object.fromEntries(kept))
}

function withoutPlaces(piece: unknown): unknown {
  if (Array.isArray(piece)) return piece.map(withoutPlaces)
  if (typeof piece !== 'object' || piece === null) return piece
  if ('at' in piece && 'value' in piece && isLocated(piece)) return piece.value
  const kept = Object.entries(piece).filter(([key]) => key !== 'at')
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutPlaces(value)]))
}

/** A scalar with its place has nothing else; whatever has more is a map of its own. */
function isLocated(piece: object): boolean {
  return Object.keys(piece).every((key) => ['value', 'at', 'pieces'].includes(key))
}
