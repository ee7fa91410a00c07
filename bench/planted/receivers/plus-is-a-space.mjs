import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect =
  'The e-mail address is decoded as in a form; a plus sign becomes a space, and the address is none.'
export const found = { by: 'endpoint-accepts', token: 'lead.Email Address' }

export function broken() {
  return (lead) => (lead.email.includes('+') ? refuse(422, 'email is no address') : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
