import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { failureKey, judge, openCourt, type Court } from '../../src/contract/judge.ts'
import { exampleLeads, leadPlan, type LeadCase } from '../../src/contract/lead-plan.ts'
import { leadSpace } from '../../src/contract/lead-space.ts'
import { checkSubject } from '../../src/contract/check-subject.ts'
import { shrinkLead, type SmallestLead } from '../../src/contract/shrink-lead.ts'
import { shrinkNumber } from '../../src/contract/shrink-number.ts'
import { shrinkText } from '../../src/contract/shrink-text.ts'
import { isStorable } from '../../src/contract/stored-value.ts'
import { valuePools } from '../../src/contract/value-pool.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import { compileText, type Definition } from './test-text.ts'

type Law = (text: string) => boolean

/** Laws by which texts fail, with the shortest text that breaks each, and how often one may ask for it. */
test.each<readonly [what: string, law: Law, text: string, shortest: string, questions: number]>([
  ['one character', (text) => text.includes('"'), 'Smith "Widgets" \\ Sons', '"', 10],
  ['any text', () => true, 'Smith', 'a', 1],
  ['two characters apart', (text) => /<.*>/s.test(text), 'x<script>alert(1)</script>', '<>', 60],
  ['a word', (text) => text.includes('ab'), 'xxabxx', 'ab', 40],
  ['its length', (text) => text.length > 200, 'x'.repeat(255), 'a'.repeat(201), 25],
  [
    'its length, of mixed letters',
    (text) => text.length > 20,
    'Jane Doe & Sons of Dublin',
    'a'.repeat(21),
    30,
  ],
  [
    'thirty thousand characters',
    (text) => text.length > 29_000,
    'x'.repeat(30_000),
    'a'.repeat(29_001),
    35,
  ],
  ['its bytes', (text) => Buffer.byteLength(text) > 255, '漢'.repeat(255), '漢'.repeat(86), 25],
  ['a place', (text) => text.length > 2 && text[2] === '"', 'Say "a" now', 'aa"', 60],
  ['half a character', (text) => /\p{Surrogate}/u.test(text), 'a\ude00b', '\ude00', 5],
])('a text that fails by %s', (_what, law, text, shortest, questions) => {
  let asked = 0
  const smallest = shrinkText(text, (candidate) => {
    asked += 1
    return law(candidate)
  })
  expect(smallest).toBe(shortest)
  expect(asked).toBeLessThanOrEqual(questions)
})

test('a shrunk text fails, is never longer, and shrinks no further', () => {
  const anyText = fc.string({ unit: fc.constantFrom(...'ab"\\&<x'), minLength: 1, maxLength: 40 })
  const anyLaw = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab"\\&<'), minLength: 1, maxLength: 3 }).map(
      (part): Law =>
        (text) =>
          text.includes(part),
    ),
    fc.nat(30).map(
      (length): Law =>
        (text) =>
          text.length > length,
    ),
    fc.nat(5).map(
      (count): Law =>
        (text) =>
          text.split('"').length > count && text.length % 2 === 0,
    ),
  )
  fc.assert(
    fc.property(anyText, anyLaw, (text, law) => {
      fc.pre(law(text))
      const smallest = shrinkText(text, law)
      expect(law(smallest)).toBe(true)
      expect(smallest.length).toBeLessThanOrEqual(text.length)
      expect(shrinkText(smallest, law)).toBe(smallest)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test.each<readonly [what: string, law: (value: number) => boolean, value: number, least: number]>([
  ['whatever it is', () => true, 2_147_483_647, 0],
  ['because it is below zero', (value) => value < 0, -2_147_483_648, -1],
  ['above a bound', (value) => value > 5000, 2_147_483_647, 5001],
  ['below a bound', (value) => value < -300, -2_147_483_648, -301],
  ['because it is not whole', (value) => !Number.isInteger(value), 1_250_000.5, 0.5],
  ['above a bound with decimals', (value) => value > 20.5, 20.7512, 20.6],
  ['below a bound with decimals', (value) => value < -20.55, -20.7512, -20.6],
  ['above a bound between tenths', (value) => value > 20.74, 20.7512, 20.75],
  ['and no other that is tried does', (value) => value === 20.7512, 20.7512, 20.7512],
  ['because of its cents', (value) => !Number.isInteger(value * 2), 99_999_999.99, 0.1],
])('a number that fails %s', (_what, law, value, least) => {
  expect(shrinkNumber(value, law)).toBe(least)
})

const BASE: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"first": {{lead.First Name}}}',
  schema: {},
}

const NONE: Definition = {
  ...BASE,
  encoding: 'None',
  template:
    '{"first": "{{lead.First Name}}", "mail": "{{lead.Email Address}}", "born": "{{lead.Date of Birth}}", "id": "{{lead.Id}}"}',
}

const SPOILED: Readonly<Record<string, Definition>> = {
  'no encoding in JSON': NONE,
  'a sentence': { ...BASE, template: '{"first": "Dear {{lead.First Name}} {{lead.Last Name}}"}' },
  'two tokens in one text': {
    ...NONE,
    template: '{"x": "{{lead.First Name}}{{lead.Last Name}}", "id": {{lead.Id}}}',
  },
  'no encoding in a form': {
    ...BASE,
    encoding: 'None',
    contentType: 'application/x-www-form-urlencoded',
    template: 'a={{lead.First Name}}&b={{company.Company Name}}&c={{lead.Lead Score:default=0}}',
  },
  'no encoding in XML': {
    ...BASE,
    encoding: 'None',
    contentType: 'application/xml',
    template: '<a b="{{lead.First Name}}">{{lead.Last Name}}</a>',
  },
  'a value in the URL': {
    ...BASE,
    encoding: 'None',
    template: '{}',
    url: 'https://example.com/{{lead.First Name}}?q={{lead.Last Name}}',
  },
  'a value in a header': { ...BASE, headers: { 'X-Name': '{{lead.First Name}}' } },
  'a schema that is too narrow': {
    ...BASE,
    template:
      '{"first": {{lead.First Name}}, "code": {{lead.Last Name}}, "score": {{lead.Lead Score}}, "born": {{lead.Date of Birth}}}',
    schema: {
      properties: {
        first: { maxLength: 40 },
        code: { pattern: '^[A-Z]*$' },
        score: { maximum: 5000 },
        born: { pattern: '^(20|$)' },
      },
    },
  },
}

test.each(Object.entries(SPOILED))(
  'the smallest lead fails for the same cause, can be stored, and is smallest: %s',
  (_name, definition) => {
    const { court, leads } = failingLeads(definition)
    let shrunk = 0
    for (const { situation } of leads) {
      for (const failure of judge(court, situation)) {
        const smallest = shrinkLead(court, situation, failure)
        shrunk += 1
        expect(failureKey(smallest.failure)).toBe(failureKey(failure))
        const again = shrinkLead(court, smallest.situation, smallest.failure)
        expect(again.values).toEqual(smallest.values)
        for (const { use, field } of court.space.tokens)
          expect(isStorable(field, smallest.situation.get(use.key) ?? null)).toBe(true)
        if (failure.check.cause !== 'schema') expect(longestOf(smallest)).toBeLessThanOrEqual(3)
      }
    }
    expect(shrunk).toBeGreaterThan(3)
  },
  30_000,
)

test('of a long lead nothing is kept that the failure does not need', () => {
  const { court } = failingLeads(NONE)
  const situation = new Map([
    ...court.space.plain,
    ['lead.first name', 'Anneliese "Anna"'],
    ['lead.email address', 'anneliese@example.com'],
    ['lead.date of birth', '1979-03-02'],
    ['lead.id', 4711],
  ])
  const [failure] = judge(court, situation)
  const smallest = failure && shrinkLead(court, situation, failure)
  expect(smallest?.values).toEqual({ 'lead.First Name': '"' })
  expect(Object.fromEntries(smallest?.situation ?? [])).toMatchObject({
    'lead.email address': null,
    'lead.date of birth': null,
    'lead.id': 1,
  })
})

function longestOf({ values }: SmallestLead): number {
  return Math.max(...Object.values(values).map((value) => [...String(value ?? '')].length))
}

/** Some of the leads that fail, from every phase. */
function failingLeads(definition: Definition): {
  readonly court: Court
  readonly leads: readonly LeadCase[]
} {
  const { compiled, webhook } = compileText(definition)
  const space = leadSpace(webhook, compiled.program)
  const subject = checkSubject(webhook)
  const court = openCourt(subject, space, assumptionSets(sentAssumptions(webhook), {}))
  const examples = exampleLeads(space, webhook, compiled.program, [])
  const plan = leadPlan({ space, pools: valuePools(space, 1, subject), examples, seed: 1, runs: 0 })
  const numbers = Array.from({ length: 60 }, (_lead, nth) => Math.floor((nth * plan.count) / 60))
  const leads = numbers.map((index) => plan.caseAt(index))
  return { court, leads: leads.filter(({ situation }) => judge(court, situation).length > 0) }
}
