import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A firewall in front of the endpoint refuses whatever looks like a script.'
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => (/<script/i.test(lead.company) ? refuse(403, 'blocked') : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
