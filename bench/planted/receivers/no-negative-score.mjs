import { refuse, stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A negative score is refused.'
export const found = { by: 'endpoint-accepts', token: 'lead.Lead Score' }

export function broken() {
  return (lead) => (lead.score < 0 ? refuse(422, 'score') : stored(lead))
}

export function clean() {
  return (lead) => stored(lead)
}
