import { fail, stored } from '../answers.mjs'

export const contract = 'form'
export const defect =
  "The form is decoded twice; a percent sign in the company's name is no escape."
export const found = { by: 'endpoint-accepts', token: 'company.Company Name' }

export function broken() {
  return (lead) => {
    try {
      return stored({ ...lead, company: decodeURIComponent(lead.company) })
    } catch {
      return fail()
    }
  }
}

export function clean() {
  return (lead) => stored(lead)
}
