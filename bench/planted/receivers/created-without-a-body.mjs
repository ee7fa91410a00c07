import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A stored lead is answered with 201 and an empty body.'
export const found = { by: 'response-parses' }

export function broken() {
  return () => ({ status: 201, type: 'application/json', body: '' })
}

export function clean() {
  return (lead) => stored(lead)
}
