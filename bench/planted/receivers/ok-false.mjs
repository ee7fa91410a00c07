import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'The endpoint says no, in its own words, with status 200.'
export const found = { by: 'endpoint-accepts' }

export function broken() {
  return () => ({ status: 200, type: 'application/json', body: '{"ok":false}' })
}

export function clean() {
  return (lead) => stored(lead)
}
