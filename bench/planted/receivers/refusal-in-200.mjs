import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A company with an ampersand is refused with status 200.'
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (lead.company.includes('&') ? stored(lead, { status: 'error' }) : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
