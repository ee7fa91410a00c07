import type { FieldDefinition } from './field-definition.ts'

/** One of the vocabularies in which a field has a name. */
export type FieldNaming = 'displayName' | 'restName' | 'soapName'

/** The fields of a name, compared without regard to case, in their order. */
export function fieldsNamed(
  name: string,
  naming: FieldNaming,
  fields: readonly FieldDefinition[],
): readonly FieldDefinition[] {
  const wanted = name.toLowerCase()
  const { base, own } = extended.get(fields) ?? { base: fields, own: [] }
  const found = indexOf(base, naming).get(wanted) ?? []
  const added = own.filter((field) => field[naming]?.toLowerCase() === wanted)
  return added.length === 0 ? found : [...found, ...added]
}

/** A list of fields with a program's own behind it: many programs share the first, whose names are sorted once. */
export function extendFields(
  base: readonly FieldDefinition[],
  own: readonly FieldDefinition[],
): readonly FieldDefinition[] {
  const all = [...base, ...own]
  extended.set(all, { base, own })
  return all
}

interface Extended {
  readonly base: readonly FieldDefinition[]
  readonly own: readonly FieldDefinition[]
}

const extended = new WeakMap<readonly FieldDefinition[], Extended>()

type Index = ReadonlyMap<string, readonly FieldDefinition[]>

const indexes: Readonly<Record<FieldNaming, WeakMap<readonly FieldDefinition[], Index>>> = {
  displayName: new WeakMap(),
  restName: new WeakMap(),
  soapName: new WeakMap(),
}

function indexOf(fields: readonly FieldDefinition[], naming: FieldNaming): Index {
  const known = indexes[naming].get(fields) ?? sortByName(fields, naming)
  indexes[naming].set(fields, known)
  return known
}

function sortByName(fields: readonly FieldDefinition[], naming: FieldNaming): Index {
  const sorted = new Map<string, FieldDefinition[]>()
  for (const field of fields) {
    const name = field[naming]?.toLowerCase()
    if (name === undefined) continue
    const sharing = sorted.get(name)
    if (sharing === undefined) sorted.set(name, [field])
    else sharing.push(field)
  }
  return sorted
}
