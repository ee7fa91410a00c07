import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { STANDARD_FIELDS } from '../../marketo/fields/standard-fields.ts'
import type { CustomField } from '../../model/program.ts'
import type { Rule } from '../rule.ts'

/** A field has three names, and each leads to one field. */
export const customFieldNamesValid: Rule = {
  id: 'custom-field-names-valid',
  severity: 'error',
  category: 'response',
  summary: 'the names of a custom field are its own, and its REST name is one that Marketo takes',
  why: `A REST name begins with a letter and holds letters, digits and underscores; it is unique, as the SOAP name is.
A name that another field bears lets a mapping write the other field.
To give a standard field a SOAP name that is not known here, declare it under its own display name.
Source: Experience League, "Leads" (REST API: fields).`,
  visit: {
    *program({ fields }) {
      for (const [index, field] of fields.entries()) {
        if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(field.rest.value)) yield illegal(field.rest)
        yield* shared(field, fields.slice(0, index))
      }
    },
  },
}

function illegal({ value, at }: LocatedText): Finding {
  return {
    at,
    message: `"${value}" is no REST name of a field`,
    effect: 'Marketo refuses a field of this name',
    help: 'begin with a letter, and use letters, digits and underscores',
  }
}

function* shared(field: CustomField, before: readonly CustomField[]): Iterable<Finding> {
  for (const key of ['rest', 'soap'] as const) {
    const name = field[key]
    if (name === undefined) continue
    const wanted = name.value.toLowerCase()
    const first = before.find(
      (other) => isOfSameObject(other, field) && other[key]?.value.toLowerCase() === wanted,
    )
    const standard = standardField(field, key, wanted)
    if (first === undefined && standard === undefined) continue
    yield {
      at: name.at,
      message: `"${name.value}" is the ${key.toUpperCase()} name of "${first?.displayName.value ?? standard ?? ''}" too`,
      effect:
        key === 'soap' ? 'a mapping writes one of the two' : 'a write-back reaches one of the two',
      ...(first === undefined
        ? {}
        : { related: [{ at: first.displayName.at, message: 'the other field' }] }),
      help: 'take the names from Admin › Field Management › Export Field Names',
    }
  }
}

function isOfSameObject(a: CustomField, b: CustomField): boolean {
  return (a.object.value === 'program member') === (b.object.value === 'program member')
}

/** The display name of another standard field that bears this name. */
function standardField(
  { displayName, object }: CustomField,
  key: 'rest' | 'soap',
  wanted: string,
): string | undefined {
  if (object.value === 'program member') return undefined
  const found = STANDARD_FIELDS.find(
    ({ restName, soapName }) => (key === 'rest' ? restName : soapName)?.toLowerCase() === wanted,
  )
  const isItself = found?.displayName.toLowerCase() === displayName.value.toLowerCase()
  return isItself ? undefined : found?.displayName
}
