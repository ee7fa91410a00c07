import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The last name is put into the SQL text; an apostrophe ends it.'
export const found = { by: 'endpoint-accepts', token: 'lead.Last Name' }

export function broken() {
  return (lead) => (lead.lastName.includes("'") ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
