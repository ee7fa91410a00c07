import { expect, test } from 'vitest'
import { failureKey, judge, openCourt, type Court } from '../../src/contract/judge.ts'
import { exampleLeads, leadPlan, situationOf, type LeadPlan } from '../../src/contract/lead-plan.ts'
import { leadSpace } from '../../src/contract/lead-space.ts'
import { pairwiseRows } from '../../src/contract/pairwise.ts'
import { realisticValues } from '../../src/contract/realistic-values.ts'
import { swiftJudge } from '../../src/contract/swift-judge.ts'
import { valuePools } from '../../src/contract/value-pool.ts'
import { checkSubject } from '../../src/contract/check-subject.ts'
import { fitText, longestText } from '../../src/contract/stored-value.ts'
import { spread } from '../../src/contract/test-over-http.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import type { FieldDefinition } from '../../src/marketo/fields/field-definition.ts'
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

test('a lead is the same whether it is drawn alone or among many', () => {
  const many = planOf(UNESCAPED, { seed: 3, runs: 5000 })
  const few = planOf(UNESCAPED, { seed: 3, runs: 0 })
  for (const index of [0, 5, 200, 1500, 4999]) {
    const { path } = many.caseAt(index)
    const again = few.indexOf(path) ?? -1
    expect(few.caseAt(again)).toEqual(many.caseAt(index))
  }
})

test('another seed draws other leads by chance, and the same ones before', () => {
  const one = planOf(UNESCAPED, { seed: 1, runs: 3000 })
  const two = planOf(UNESCAPED, { seed: 2, runs: 3000 })
  const chance = Array.from({ length: 50 }, (_case, nth) => one.fixedCount + nth)
  expect(chance.map((index) => one.caseAt(index))).not.toEqual(
    chance.map((index) => two.caseAt(index)),
  )
  expect(one.caseAt(0)).toEqual(two.caseAt(0))
})

test('every lead has a path of its own', () => {
  const plan = planOf(UNESCAPED, { seed: 1, runs: 3000 })
  const paths = Array.from({ length: plan.count }, (_case, index) => plan.caseAt(index).path)
  expect(new Set(paths).size).toBe(plan.count)
  expect(plan.indexOf(paths[1234] ?? '')).toBe(1234)
})

test('a path that the webhook does not have names no lead', () => {
  const plan = planOf(UNESCAPED, { seed: 1, runs: 0 })
  expect(plan.indexOf('token/99/quotes/0')).toBeUndefined()
  expect(plan.indexOf('random/x')).toBeUndefined()
})

test.each([
  [2, 3],
  [4, 33],
  [38, 37],
  [60, 5],
])('%i columns of %i symbols: every two columns show every pair', (columns, symbols) => {
  const rows = pairwiseRows(columns, symbols)
  for (const [a, b] of [
    [0, 1],
    [0, columns - 1],
    [columns - 2, columns - 1],
  ] as const) {
    const pairs = new Set<string>()
    for (let row = 0; row < rows.count; row++)
      pairs.add(`${rows.symbolAt(row, a)} ${rows.symbolAt(row, b)}`)
    expect(pairs.size).toBe(rows.count)
    expect(rows.count).toBeGreaterThanOrEqual(symbols * symbols)
  }
})

const SOUND: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: `{"first": {{lead.First Name}}, "again": [{"x": {{lead.First Name:default=none}}}], "score": {{lead.Lead Score:default=0}},
 "customer": {{lead.Is Customer}}, "born": {{lead.Date of Birth}}, "program": {{program.name}}, "path": "a\\b"}`,
  schema: { properties: { first: { maxLength: 200 }, score: { type: 'integer', maximum: 5000 } } },
}

test.each([
  ['with a schema that refuses some values', SOUND],
  ['whatever the schema', { ...SOUND, schema: {} }],
  ['without any awkward token', { ...SOUND, template: '{"id": {{lead.Id}}}', schema: {} }],
])('the swift judge lets no lead pass that the careful one would not: %s', (_name, definition) => {
  const court = courtOf(compileText(definition))
  const pools = valuePools(court.space, 1)
  const plan = planOf(definition, { seed: 1, runs: 3000 })
  const isSure = swiftJudge(court, pools)
  const picks = new Uint16Array(pools.length)
  let passed = 0
  for (let index = 0; index < plan.count; index++) {
    if (!plan.pick(index, picks)) continue
    expect(plan.caseAt(index).situation).toEqual(situationOf(court.space, pools, picks))
    const isPassed = isSure?.(picks, index, Infinity) === true
    if (isPassed) passed += 1
    if (isPassed && index % 7 === 0)
      expect(judge(court, plan.caseAt(index).situation).map(failureKey)).toEqual([])
  }
  expect(passed).toBeGreaterThan(plan.count / 8)
})

test.each([
  ['quotes in the template', { ...SOUND, template: '{"first": "{{lead.First Name}}"}' }],
  ['a token in the URL', { ...SOUND, url: 'https://example.com/{{lead.Id}}' }],
  ['a token in a header', { ...SOUND, headers: { 'X-Id': '{{lead.Id}}' } }],
  [
    'a form',
    {
      ...SOUND,
      encoding: 'Form/Url',
      contentType: 'application/x-www-form-urlencoded',
      template: 'a={{lead.First Name}}',
    },
  ],
] as const)('the swift judge leaves to the careful one: %s', (_name, definition) => {
  const court = courtOf(compileText(definition))
  expect(swiftJudge(court, valuePools(court.space, 1))).toBeUndefined()
})

test.each([
  ['a template without escaping', UNESCAPED],
  ['a sentence', SENTENCE],
])('leaving out worlds that are alike for a lead loses no failure: %s', (_name, definition) => {
  const court = courtOf(compileText(definition))
  const plan = planOf(definition, { seed: 1, runs: 0 })
  for (let index = 0; index < plan.count; index += 11) {
    const { situation } = plan.caseAt(index)
    const found = new Set(judge(court, situation).map(failureKey))
    expect(found).toEqual(new Set(inEveryWorld(court, situation)))
  }
})

test('calls are spread evenly from the first lead to the last', () => {
  const chosen = spread(1000, 250)
  expect(chosen.length).toBe(250)
  expect(chosen[0]).toBe(0)
  expect(chosen.at(-1)).toBe(996)
  expect(spread(2, 250)).toEqual([0, 1])
})

function planOf(
  definition: Definition,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): LeadPlan {
  const { compiled, webhook } = compileText(definition)
  const space = leadSpace(webhook, compiled.program)
  const examples = exampleLeads(space, webhook, compiled.program, [])
  return leadPlan({ space, pools: valuePools(space, seed), examples, seed, runs })
}

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
