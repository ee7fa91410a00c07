import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The column holds Latin-1; other scripts are an error of the database.'
export const found = { by: 'endpoint-accepts', token: 'lead.Last Name' }

export function broken() {
  return (lead) => (/[^\0-\u00ff]/.test(lead.lastName) ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
