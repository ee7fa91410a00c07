import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A lead that was known before is answered with 204, which has no body.'
export const found = { by: 'response-parses' }

export function broken() {
  return () => ({ status: 204, type: undefined, body: '' })
}

export function clean() {
  return (lead) => stored(lead)
}
