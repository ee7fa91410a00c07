import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'Phone numbers of digits alone are answered as numbers, without their zeros.'
export const found = { by: 'response-matches-schema', token: 'lead.Phone Number' }

export function broken() {
  return (lead) =>
    stored(lead, { phone: /^\d+$/.test(lead.phone) ? Number(lead.phone) : lead.phone })
}

export function clean() {
  return (lead) => stored(lead)
}
