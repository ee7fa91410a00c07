import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The id in the answer is a number; the contract says a text.'
export const found = { by: 'response-matches-schema' }

export function broken() {
  return (lead) => stored(lead, { id: lead.id })
}

export function clean() {
  return (lead) => stored(lead)
}
