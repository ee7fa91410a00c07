import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A last name of blanks is trimmed to nothing and refused.'
export const found = { by: 'endpoint-accepts', token: 'lead.Last Name' }

export function broken() {
  return (lead) =>
    lead.lastName !== '' && lead.lastName.trim() === '' ? refuse(422, 'lastName') : stored(lead)
}

export function clean() {
  return (lead) => stored({ ...lead, lastName: lead.lastName.trim() })
}
