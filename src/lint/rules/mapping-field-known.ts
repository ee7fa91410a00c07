import { nearest } from '../../base/nearest.ts'
import { availableFields } from '../../model/available-fields.ts'
import { fieldByAnyName } from '../mapped-fields.ts'
import type { Rule } from '../rule.ts'

/** A mapping onto a field that does not exist cannot be chosen in the dialog. */
export const mappingFieldKnown: Rule = {
  id: 'mapping-field-known',
  severity: 'error',
  category: 'response',
  summary: 'every mapping writes a field that exists',
  why: `A response mapping names its target by the field's SOAP API name.
Custom fields have to be declared under \`fields\`, with all three names; Admin › Field Management › Export Field Names lists them.
Source: Experience League, "Response Mappings".`,
  visit: {
    mapping({ field }, { program }) {
      const fields = availableFields(program)
      if (fieldByAnyName(field.value, fields) !== undefined) return undefined
      const names = fields.flatMap(({ soapName }) => (soapName === undefined ? [] : [soapName]))
      const meant = nearest(field.value, names)
      return {
        at: field.at,
        message: `there is no field with the SOAP name "${field.value}"`,
        effect: 'the mapping cannot be entered, and the value is not written',
        help:
          meant === undefined
            ? 'declare the field under "fields", with its REST and SOAP names'
            : `did you mean "${meant}"?`,
      }
    },
  },
}
