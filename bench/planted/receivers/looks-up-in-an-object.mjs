import { fail, stored } from '../answers.mjs'

export const contract = 'json'
export const defect =
  'The source is looked up in an object; one called constructor finds what nobody has put there.'
export const found = { by: 'endpoint-accepts', token: 'lead.Lead Source' }

const OWNERS = { web: 'inside', event: 'field' }

export function broken() {
  return (lead) => (typeof OWNERS[lead.source] === 'function' ? fail() : stored(lead))
}

export function clean() {
  return (lead) =>
    Object.hasOwn(OWNERS, lead.source) && typeof OWNERS[lead.source] === 'function'
      ? fail()
      : stored(lead)
}
