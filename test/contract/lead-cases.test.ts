import { expect, test } from 'vitest'
import { failureKey, judge, openCourt, type Court } from '../../src/contract/judge.ts'
import { caseAt, fixedCases, randomCases } from '../../src/contract/lead-cases.ts'
import { leadSpace } from '../../src/contract/lead-space.ts'
import { realisticValues } from '../../src/contract/realistic-values.ts'
import { checkSubject } from '../../src/contract/render-case.ts'
import { fitText, longestText } from '../../src/contract/stored-value.ts'
import { spread } from '../../src/contract/test-over-http.ts'
import { VALUE_CLASSES } from '../../src/contract/value-classes.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import type { FieldDefinition } from '../../src/marketo/fields/field-definition.ts'
import { STANDARD_FIELDS } from '../../src/marketo/fields/standard-fields.ts'
import { compileText, type CompiledDefinition, type Definition } from './test-text.ts'

const UNESCAPED: Definition = {
  encoding: 'None',
  contentType: 'application/json',
  template: '{"first": "{{lead.First Name}}", "score": {{lead.Lead Score:default=0}}}',
  schema: {},
}

const SENTENCE: Definition = {
  ...UNESCAPED,
  encoding: 'JSON',
  template: '{"first": "Dear {{lead.First Name}}", "score": {{lead.Lead Score:default=0}}}',
}

const NAME: FieldDefinition = {
  owner: 'lead',
  displayName: 'First Name',
  restName: 'firstName',
  soapName: 'FirstName',
  type: 'string',
  length: 5,
  isAlwaysSet: false,
  isReadOnly: false,
  source: 'this test',
}

test('every class of values concerns some standard field, and says why it bites', () => {
  const idle = VALUE_CLASSES.filter(
    ({ why, values }) => why === '' || STANDARD_FIELDS.every((field) => values(field).length === 0),
  )
  expect(idle.map(({ id }) => id)).toEqual([])
  expect(new Set(VALUE_CLASSES.map(({ id }) => id)).size).toBe(VALUE_CLASSES.length)
})

test.each([
  ['abcdef', 'abcde'],
  ['abcd😀', 'abcd'],
  ['😀😀😀', '😀😀'],
  ['abc😀', 'abc😀'],
])('%s is cut to five UTF-16 units, never within a character', (text, stored) => {
  expect(fitText(NAME, text)).toBe(stored)
})

test('the longest text fills its field exactly', () => {
  expect(longestText(NAME, 'x')).toBe('xxxxx')
})

test('addresses of people and pages stay at example.com', () => {
  const field = (displayName: string): FieldDefinition => ({ ...NAME, displayName, length: 255 })
  const pages = realisticValues(field('Web page'), 1).map(String)
  const people = realisticValues(field('Email Address'), 1).map(String)
  expect(pages.filter((page) => new URL(page).hostname !== 'example.com')).toEqual([])
  expect(people.filter((email) => !email.endsWith('@example.com'))).toEqual([])
})

test('a random lead is the same whether it is drawn alone or among many', () => {
  const { space } = courtOf(compileText(UNESCAPED))
  const many = randomCases(space, 3, 60)
  for (const index of [0, 17, 59])
    expect(caseAt(`random/${index}`, [], space, 3)).toEqual(many[index])
})

test('a path that the webhook does not have names no lead', () => {
  const { space } = courtOf(compileText(UNESCAPED))
  expect(caseAt('token/99/quotes/0', [], space, 1)).toBeUndefined()
  expect(caseAt('random/x', [], space, 1)).toBeUndefined()
})

test.each([
  ['a template without escaping', UNESCAPED],
  ['a sentence', SENTENCE],
])('leaving out worlds that are alike for a lead loses no failure: %s', (_name, definition) => {
  const text = compileText(definition)
  const court = courtOf(text)
  const fixed = fixedCases(court.space, text.webhook, text.compiled.program, [])
  for (const { situation } of [...fixed, ...randomCases(court.space, 1, 40)]) {
    const found = new Set(judge(court, situation).map(failureKey))
    expect(found).toEqual(new Set(inEveryWorld(court, situation)))
  }
})

test('calls are spread evenly from the first lead to the last', () => {
  const items = Array.from({ length: 1000 }, (_item, index) => index)
  const chosen = spread(items, 250)
  expect(chosen.length).toBe(250)
  expect(chosen[0]).toBe(0)
  expect(chosen.at(-1)).toBe(996)
  expect(spread([1, 2], 250)).toEqual([1, 2])
})

/** The court of a definition, with every possible world. */
function courtOf({ compiled, webhook }: CompiledDefinition): Court {
  const worlds = assumptionSets(sentAssumptions(webhook), {})
  return openCourt(checkSubject(webhook), leadSpace(webhook, compiled.program), worlds)
}

/** The same judgement, one world after the other. */
function inEveryWorld(court: Court, situation: Parameters<typeof judge>[1]): readonly string[] {
  return court.worlds.flatMap((world) =>
    judge({ ...court, worlds: [world] }, situation).map(failureKey),
  )
}
