import { stored } from '../answers.mjs'

export const contract = 'json'
export const defect = 'Each call makes a record of its own, also for a lead that has one.'
export const found = { by: 'repeat-is-safe' }

export function broken() {
  let count = 0
  return (lead) => {
    count += 1
    return stored(lead, { id: `c-${count}` })
  }
}

export function clean() {
  return (lead) => stored(lead)
}
