import type { BodyReading } from '../marketo/body-formats/body-format.ts'

/** Everything in a body that has no members of its own, by its place: a JSON Pointer, `@name` for an attribute. */
export function leavesOf(reading: BodyReading): ReadonlyMap<string, unknown> {
  const leaves = new Map<string, unknown>()
  if (reading.status === 'unreadable') return leaves
  collect(reading.value, '', leaves)
  for (const [place, value] of reading.attributes ?? []) leaves.set(place, value)
  return leaves
}

function collect(value: unknown, place: string, leaves: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null) {
    leaves.set(place, value)
    return
  }
  for (const [key, member] of Object.entries(value)) collect(member, `${place}/${key}`, leaves)
}
