import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect =
  "The answer is put together from texts; a quote in the company's name ends one."
export const found = { by: 'response-parses', token: 'company.Company Name' }

export function broken() {
  return (lead) => ({
    status: 200,
    type: 'application/json',
    body: `{"status":"success","id":"c-${lead.id}","phone":"","company":"${lead.company}"}`,
  })
}

export function clean() {
  return (lead) => stored(lead)
}
