import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A firewall in front of the endpoint refuses two dots and a slash.'
export const found = { by: 'endpoint-accepts', token: 'lead.Lead Source' }

export function broken() {
  return (lead) => (/\.\.[/\\]/.test(lead.source) ? refuse(403, 'blocked') : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
