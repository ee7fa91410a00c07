import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SENTENCES, sentenceMeaning } from '../../src/guarantee/promise.ts'
import { proveDesign } from './prove-design.ts'

const FOLDER = 'test/guarantee/designs'
const SCHEMA = readFileSync(`${FOLDER}/response.schema.json`, 'utf8')

function design(name: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce(
    (text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`${name} does not hold ${before}`)
      return text.replace(before, () => after)
    },
    readFileSync(`${FOLDER}/${name}.yaml`, 'utf8'),
  )
}

function told(text: string): readonly string[] {
  return proveDesign(text, { 'p/response.schema.json': SCHEMA }).findings.map(
    ({ rule, severity, message, effect, help }) =>
      [severity, rule, message, effect, help].filter((part) => part !== undefined).join(' | '),
  )
}

test.each(Object.keys(SENTENCES))('"%s" is understood, however it is written', (sentence) => {
  expect(sentenceMeaning(sentence)).toBeDefined()
  expect(sentenceMeaning(`  ${sentence.toUpperCase().replace(' ', '  ')}. `)).toBeDefined()
})

test.each([
  ['every failed call is alertd', 'did you mean "every failed call is alerted"?'],
  ['nobody stuck', 'did you mean "nobody is stuck"?'],
  ['never SAL wihout success', 'did you mean "never VALUE without success"?'],
])('"%s" is no guarantee, and the nearest one is named', (sentence, help) => {
  const text = design('alert-missing/mended', ['every failed call is alerted', sentence])
  expect(told(text)).toEqual([
    `warning | guarantee-known | "${sentence}" is no guarantee that can be checked | nobody looks whether it holds | ${help}`,
  ])
})

test('a sentence that resembles none is answered with all of them', () => {
  const text = design('alert-missing/mended', ['every failed call is alerted', 'leads are happy'])
  const [finding] = told(text)
  for (const sentence of Object.keys(SENTENCES)) expect(finding).toContain(sentence)
})

const HIDDEN = 'filters: { member: { filter: Member of Smart List, operator: is, value: VIP } }\n'

test('what rests on a list that nobody can see is neither proven nor refuted', () => {
  const text = design('alert-missing/mended', [
    '99 Sync failed }\n',
    `99 Sync failed }\n    ${HIDDEN}`,
  ])
  expect(told(text)).toEqual([
    'info | guarantee-decided | nobody knows whether "every failed call is alerted" holds | supposed: the filters of "99 Sync failed" keep the person out (Member of Smart List is "VIP") | it is neither proven nor refuted: look at it with "hookbook simulate lead"',
  ])
})

test('what holds whatever such a list says is proven', () => {
  const text = design('alert-missing/mended', ['01 Sync }\n', `01 Sync }\n    ${HIDDEN}`])
  expect(told(text)).toEqual([])
})

test('what is broken whatever such a list says is refuted', () => {
  const text = design('alert-missing/wrong', ['02 Advance }\n', `02 Advance }\n    ${HIDDEN}`])
  expect(told(text)).toHaveLength(1)
  expect(told(text)[0]).toContain('guarantee-holds')
})

test('a pinned assumption is no question any more', () => {
  const pin = (value: string): string =>
    design('error-type-as-words/wrong', [
      'guarantees:',
      `assumptions: { error-type: { value: ${value}, evidence: "captured activity" } }\nguarantees:`,
    ])
  expect(told(pin('status-code'))[0]).toContain('guarantee-holds')
  expect(told(pin('reason-phrase')).join()).not.toContain('guarantee-holds')
})

test('where nothing from outside starts a call, nothing is proven', () => {
  const text = design('alert-missing/mended', [
    'trigger: Fills Out Form',
    'trigger: Webhook is Called, webhook: sync',
  ])
  expect(told(text)[0]).toContain('nothing from outside starts a campaign that calls')
})

test('too many values are told, not passed over', () => {
  const filters = Array.from(
    { length: 9 },
    (_, nth) => `f${nth}: { filter: ${FIELDS[nth] ?? ''}, operator: is, value: x }`,
  )
  const text = design('alert-missing/mended', [
    '02 Advance }\n',
    `02 Advance }\n    filters: { ${filters.join(', ')} }\n`,
  ])
  expect(told(text)[0]).toContain('not every combination was tried')
})

const FIELDS = [
  'City',
  'Country',
  'Department',
  'First Name',
  'Last Name',
  'Lead Source',
  'Job Title',
  'State',
  'Middle Name',
]
