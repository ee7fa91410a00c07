import { isMap } from '../../src/base/json-value.ts'
import { pointerSteps } from '../../src/base/json-pointer.ts'
import { ownAt } from '../../src/model/schema/schema-node.ts'

/** The keys of a JSON Schema of which nothing says what they are, as JSON Pointers; those of its definitions are among them. */
export function undescribedKeys(root: unknown): readonly string[] {
  return keysIn(root, '')
    .filter(({ schema }) => !isDescribed(schema, root))
    .map(({ pointer }) => pointer)
}

interface Key {
  readonly pointer: string
  readonly schema: unknown
}

function keysIn(value: unknown, pointer: string): readonly Key[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = `${pointer}/${name}`
    if (name !== 'properties' || !isMap(member)) return keysIn(member, here)
    return Object.entries(member).flatMap(([key, schema]) => {
      const place = `${here}/${key}`
      return [{ pointer: place, schema }, ...keysIn(schema, place)]
    })
  })
}

/** By its own words, or by those of what it refers to. */
function isDescribed(schema: unknown, root: unknown, followed: readonly string[] = []): boolean {
  if (!isMap(schema)) return false
  const { description, $ref: reference } = schema
  if (typeof description === 'string' && description.trim() !== '') return true
  if (typeof reference !== 'string' || followed.includes(reference)) return false
  const target = pointerSteps(reference.replace(/^#/, ''))?.reduce(ownAt, root)
  return isDescribed(target, root, [...followed, reference])
}
