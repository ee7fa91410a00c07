import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'An empty company is taken for a missing member and refused.'
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (lead.company ? stored(lead) : refuse(400, 'company is missing'))
}

export function clean() {
  return (lead) => ('company' in lead ? stored(lead) : refuse(400, 'company is missing'))
}
