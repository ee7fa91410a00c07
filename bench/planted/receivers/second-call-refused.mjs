import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The same lead, sent again, is a conflict.'
export const found = { by: 'repeat-is-safe' }

export function broken() {
  const seen = new Set()
  return (lead) => {
    if (seen.has(lead.id)) return refuse(409, 'is known')
    seen.add(lead.id)
    return stored(lead)
  }
}

export function clean() {
  return (lead) => stored(lead)
}
