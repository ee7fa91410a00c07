import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect =
  'The company is put into a page by a template engine, which runs what stands in braces.'
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (lead.company.includes('{{') ? fail() : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
