import type { AssumptionSet } from '../assumptions/assumption.ts'
import type { ValueForm } from '../field-types/field-type.ts'
import type { Encoding } from './encoding.ts'

export const json: Encoding = {
  name: 'JSON',
  summary: 'values become JSON literals: texts quoted and escaped, numbers bare',
  source:
    'Adobe Sales Qualifier documentation, "Set Up Marketing Highlights"; Experience League, "Webhooks"',
  assumptions: [
    'boolean-under-json',
    'empty-number-under-json',
    'default-encoding',
    'json-escapes',
  ],
  encode: (value, assumptions) => {
    if (value.status === 'empty') return empty(value.form, assumptions)
    const isRaw = value.status === 'default' && assumptions['default-encoding'] === 'raw'
    return isRaw ? value.text : literal(value.form, value.text, assumptions)
  },
}

/** An unset text arrives as `""`; for numbers and Booleans no source tells. */
function empty(form: ValueForm, assumptions: AssumptionSet): string {
  if (form === 'text') return '""'
  switch (assumptions['empty-number-under-json']) {
    case 'nothing':
      return ''
    case 'null':
      return 'null'
    default:
      return '""'
  }
}

function literal(form: ValueForm, text: string, assumptions: AssumptionSet): string {
  const isBare =
    (form === 'number' && /^-?[0-9]+(?:\.[0-9]+)?$/.test(text)) ||
    (form === 'boolean' &&
      /^(?:true|false)$/.test(text) &&
      assumptions['boolean-under-json'] !== 'quoted')
  return isBare ? text : quoted(text, assumptions)
}

function quoted(text: string, assumptions: AssumptionSet): string {
  const minimal = JSON.stringify(text)
  if (assumptions['json-escapes'] !== 'ascii') return minimal
  return minimal.replace(/[\u007f-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
