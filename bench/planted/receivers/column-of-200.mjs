import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The column holds 200 characters; the contract says nothing of that.'
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (lead.company.length > 200 ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
