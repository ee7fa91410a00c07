import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = "The column is one character shorter than Marketo's field."
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (lead.company.length > 254 ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
