import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The score goes into a column of 16 bits.'
export const found = { by: 'endpoint-accepts', token: 'lead.Lead Score' }

export function broken() {
  return (lead) => (Math.abs(lead.score) > 32_767 ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
