import type { Encoding } from './encoding.ts'

export const none: Encoding = {
  name: 'None',
  summary: 'values are sent as they are stored',
  source: 'S. Whiteman, "If someone recommends Request Token Encoding None"',
  assumptions: [],
  encode: (value) => (value.status === 'empty' ? '' : value.text),
}
