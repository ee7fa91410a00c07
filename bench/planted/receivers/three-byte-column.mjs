import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect =
  'The column holds characters of three bytes; an emoji is an error of the database.'
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (/[\ud800-\udfff]/.test(lead.company) ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
