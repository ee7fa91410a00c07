import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'An empty company is answered as null.'
export const found = { by: 'response-matches-schema', token: 'company.Company Name' }

export function broken() {
  return (lead) => stored(lead, { company: lead.company || null })
}

export function clean() {
  return (lead) => stored(lead)
}
