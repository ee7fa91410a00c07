import { availableFields } from '../../model/available-fields.ts'
import { fieldByAnyName } from '../mapped-fields.ts'
import type { Rule } from '../rule.ts'
import { editWhole, fixOf } from '../written-edit.ts'

/** Three vocabularies for one field: mappings speak the SOAP one. */
export const mappingFieldIsSoapName: Rule = {
  id: 'mapping-field-is-soap-name',
  severity: 'error',
  category: 'response',
  summary: 'a mapping names its target by the SOAP API name',
  why: `One field has three names: tokens use the display name, the REST API the REST name, and response mappings always the SOAP name.
A field whose SOAP name is not known here can be declared under \`fields\` with the name that Field Management exports.
Source: Experience League, "Response Mappings".`,
  visit: {
    mapping({ field }, { program }) {
      const meant = fieldByAnyName(field.value, availableFields(program))
      if (meant === undefined || meant.soapName === field.value) return undefined
      const { soapName } = meant
      return {
        at: field.at,
        message:
          soapName === undefined
            ? `the field "${field.value}" has no SOAP name that is known`
            : `"${field.value}" is not the SOAP name of the field "${meant.displayName}"`,
        effect: 'the dialog lists fields by their SOAP names: there is no such entry',
        help:
          soapName === undefined
            ? `give it one under "fields": ${meant.displayName}: {soap: …}, as Field Management exports it`
            : `write "${soapName}"`,
        ...(soapName === undefined ? {} : fixOf(`write ${soapName}`, [editWhole(field, soapName)])),
      }
    },
  },
}
