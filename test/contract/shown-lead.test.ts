import { expect, test } from 'vitest'
import { shownLead, whenTokenIs } from '../../src/contract/shown-lead.ts'

const HIDDEN = [`typed"credential-of-40-characters-0123456789`]
const [CREDENTIAL = ''] = HIDDEN

test('a credential that a cut would halve is hidden as a whole', () => {
  const value = 'a'.repeat(190) + CREDENTIAL
  expect(whenTokenIs('{{lead.Notes}}', value, HIDDEN)).toBe(
    `when {{lead.Notes}} is "${'a'.repeat(190)}${'*'.repeat(9)}…`,
  )
  expect(shownLead({ 'lead.Notes': value }, HIDDEN)).toEqual({
    'lead.Notes': `${'a'.repeat(190)}${'*'.repeat(10)}…`,
  })
})

test('a credential is hidden before it is spelled as JSON', () => {
  const stars = '*'.repeat(CREDENTIAL.length)
  expect(whenTokenIs('{{lead.Notes}}', CREDENTIAL, HIDDEN)).toBe(
    `when {{lead.Notes}} is "${stars}"`,
  )
})

test('a value that only looks like the beginning of one is shown', () => {
  expect(whenTokenIs('{{lead.Notes}}', 'typed', HIDDEN)).toBe('when {{lead.Notes}} is "typed"')
  expect(shownLead({ 'lead.Lead Score': 1, 'lead.Notes': null }, HIDDEN)).toEqual({
    'lead.Lead Score': 1,
    'lead.Notes': null,
  })
})
