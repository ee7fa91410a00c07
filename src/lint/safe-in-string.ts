import type { EncodingName } from '../marketo/encodings/encoding.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { SeenToken } from './rule.ts'

const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/

/**
 * Whether a token inside a string of a document can do no harm, whatever the lead holds: a number is
 * bare under every encoding, as in `"lead-{{lead.Id}}"`, and a date has nothing to escape under None.
 * What an unset number becomes under JSON is not documented: it needs a value or a default.
 * Sources: Experience League, "Webhooks"; Snowplow's schema of Marketo webhooks.
 */
export function isSafeInString({ field, placed }: SeenToken, encoding: EncodingName): boolean {
  if (field === undefined) return false
  const { defaultText = '' } = placed.token
  const type = fieldTypeNamed(field.type)
  if (type.form === 'number') {
    if (defaultText !== '') return NUMBER.test(defaultText)
    return encoding !== 'JSON' || field.isAlwaysSet
  }
  const isDate = type.name === 'date' || type.name === 'datetime'
  return isDate && encoding === 'None' && !/["\\&<]/.test(defaultText)
}
