import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'An empty phone number is left out of the answer.'
export const found = { by: 'response-matches-schema', token: 'lead.Phone Number' }

export function broken() {
  return (lead) => stored(lead, { phone: lead.phone || undefined })
}

export function clean() {
  return (lead) => stored(lead)
}
