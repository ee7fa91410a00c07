import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'A page for people is answered where the answer should be JSON.'
export const found = { by: 'response-parses' }

export function broken() {
  return () => ({ status: 200, type: 'text/html', body: '<!DOCTYPE html><p>Thank you' })
}

export function clean() {
  return (lead) => stored(lead)
}
