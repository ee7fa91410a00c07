import type { AssumptionSet } from '../assumptions/assumption.ts'
import type { Encoding } from './encoding.ts'

export const formUrl: Encoding = {
  name: 'Form/Url',
  summary: 'values are form-urlencoded: a space becomes +, an ampersand %26',
  source: 'Experience League, "Webhooks"; S. Whiteman, on spaces',
  assumptions: ['form-space', 'default-encoding'],
  encode: (value, assumptions) => {
    if (value.status === 'empty') return ''
    const isRaw = value.status === 'default' && assumptions['default-encoding'] === 'raw'
    return isRaw ? value.text : encodeForm(value.text, assumptions)
  },
}

/** Lone surrogates become U+FFFD, as in every UTF-8 encoder. */
function encodeForm(text: string, assumptions: AssumptionSet): string {
  const encoded = new URLSearchParams({ '': text }).toString().slice(1)
  return assumptions['form-space'] === 'percent' ? encoded.replaceAll('+', '%20') : encoded
}
