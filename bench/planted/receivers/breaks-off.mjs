import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A control character in the last name kills the process that answers.'
export const found = { by: 'endpoint-accepts', token: 'lead.Last Name' }

export function broken() {
  return (lead) => (/[\0-\u0008]/.test(lead.lastName) ? { status: 0 } : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
