import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  extendFields,
  fieldsNamed,
  type FieldNaming,
} from '../../src/marketo/fields/fields-named.ts'
import { STANDARD_FIELDS } from '../../src/marketo/fields/standard-fields.ts'
import type { FieldDefinition } from '../../src/marketo/fields/field-definition.ts'

const own = STANDARD_FIELDS.slice(3, 6).map((field): FieldDefinition => ({
  ...field,
  restName: undefined,
  source: 'own',
}))
const names = STANDARD_FIELDS.flatMap(({ displayName, restName, soapName }) =>
  [displayName, restName, soapName].filter((name) => name !== undefined),
)

test('the fields of a name are those that a search of the whole list finds, in their order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names, 'Nothing'),
      fc.constantFrom<FieldNaming>('displayName', 'restName', 'soapName'),
      fc.constantFrom<(name: string) => string>(
        (name) => name,
        (name) => name.toUpperCase(),
      ),
      fc.constantFrom(STANDARD_FIELDS, extendFields(STANDARD_FIELDS, own), own),
      (name, naming, spell, fields) => {
        const wanted = name.toLowerCase()
        expect(fieldsNamed(spell(name), naming, fields)).toEqual(
          fields.filter((field) => field[naming]?.toLowerCase() === wanted),
        )
      },
    ),
    { numRuns: 500 },
  )
})
