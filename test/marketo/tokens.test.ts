import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { ASSUMPTIONS } from '../../src/marketo/assumptions/assumptions.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import { settleAcceptance } from '../../src/marketo/field-types/settle-acceptance.ts'
import { fieldTypeNamed, FIELD_TYPES } from '../../src/marketo/field-types/field-types.ts'
import { STANDARD_FIELDS } from '../../src/marketo/fields/standard-fields.ts'
import { parseTypedTemplate, spellForTemplateField } from '../../src/marketo/template-field.ts'
import { findTokenField } from '../../src/marketo/tokens/find-token-field.ts'
import { parseTemplate, type TokenPart } from '../../src/marketo/tokens/parse-template.ts'
import { showValue } from '../../src/marketo/tokens/show-value.ts'
import { TOKEN_KINDS } from '../../src/marketo/tokens/token-kinds.ts'

const contents = {
  fields: STANDARD_FIELDS,
  myTokens: [{ name: 'Region Code', type: 'text' as const }],
}

function token(text: string): TokenPart {
  const found = parseTemplate(text).find((part) => part.kind === 'token')
  if (found?.kind !== 'token') throw new Error(`no token in ${text}`)
  return found
}

test.each([
  ['{{lead.Email Address}}', 'lead', 'Email Address', undefined, undefined],
  ['{{lead.Lead Score:default=0}}', 'lead', 'Lead Score', '0', undefined],
  ['{{lead.Email Address:default=}}', 'lead', 'Email Address', '', undefined],
  ['{{lead.X:default=a: b = c}}', 'lead', 'X', 'a: b = c', undefined],
  ['{{lead.Company=edit me}}', 'lead', 'Company', undefined, 'malformed-default'],
  ['{{lead.Company:default}}', 'lead', 'Company', undefined, 'malformed-default'],
  ['{{Company}}', '', 'Company', undefined, 'no-namespace'],
  ['{{lead.}}', 'lead', '', undefined, 'blank-name'],
  ['{{lead.Email', 'lead', 'Email', undefined, 'unclosed'],
])('%s is read', (raw, namespace, name, defaultText, flaw) => {
  expect(token(raw)).toMatchObject({ raw, namespace, name, defaultText, flaw })
})

test.each([
  ['{"a":{"b":{{lead.X}}}}', ['{"a":{"b":', '{{lead.X}}', '}}']],
  ['{{{lead.X}}}', ['{', '{{lead.X}}', '}']],
  ['{{lead.X}}{{lead.Y}}', ['{{lead.X}}', '{{lead.Y}}']],
  ['{{lead.X {{lead.Y}}', ['{{lead.X ', '{{lead.Y}}']],
])('%s is split at its tokens', (text, parts) => {
  expect(parseTemplate(text).map((part) => text.slice(part.start, part.end))).toEqual(parts)
})

test('the parts put together are the text', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '{{',
    '}}',
    'lead',
    '.',
    ':default=',
    '=',
    '\n',
    '😀',
    'X',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const parts = parseTemplate(text)
      expect(parts.map((part) => (part.kind === 'text' ? part.text : part.raw)).join('')).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '{{lead.Id}}',
  '{{LEAD.email address}}',
  '{{company.Company Name}}',
  '{{company.Num Employees}}',
  '{{campaign.id}}',
  '{{program.Name}}',
  '{{program.name}}',
  '{{system.dateTime}}',
  '{{system.munchkinId}}',
  '{{trigger.Goal name}}',
  '{{trigger.meeting status}}',
  '{{my.region code}}',
  '{{lead.SFDC ID}}',
  '{{lead.Last Interesting Moment Desc}}',
])('%s is known', (raw) => {
  expect(findTokenField(token(raw), contents).field).toBeDefined()
})

test.each([
  '{{lead.Company}}',
  '{{lead.FirstName}}',
  '{{my.Region}}',
  '{{people.Id}}',
  '{{member.Status}}',
  '{{lead.Email=x}}',
])('%s is unknown', (raw) => {
  expect(findTokenField(token(raw), contents).field).toBeUndefined()
})

test('display names are unique for each owner, without regard to case', () => {
  const names = STANDARD_FIELDS.map((field) => `${field.owner}.${field.displayName.toLowerCase()}`)
  expect(new Set(names).size).toBe(names.length)
})

test('SOAP and REST names are unique', () => {
  for (const name of ['soapName', 'restName'] as const) {
    const names = STANDARD_FIELDS.flatMap((field) => field[name] ?? [])
    expect(new Set(names).size).toBe(names.length)
  }
})

test('every token kind finds each of its own names', () => {
  for (const kind of TOKEN_KINDS) {
    for (const name of kind.names(contents))
      expect(kind.find(name.toUpperCase(), contents)).toBeDefined()
  }
})

test.each([
  ['line-breaks', 'to-spaces', 'a\r\nb\nc', 'a b c'],
  ['line-breaks', 'kept', 'a\r\nb', 'a\r\nb'],
  ['astral', 'truncated', 'a😀b', 'a'],
  ['astral', 'kept', 'a😀b', 'a😀b'],
  ['html-encoding', 'on', '<a> & "b"', '&lt;a&gt; &amp; &quot;b&quot;'],
])('under %s: %s a stored text is shown accordingly', (id, value, stored, shown) => {
  const world = { ...usualAssumptions(), [id]: value }
  const part = token('{{lead.First Name}}')
  const { field } = findTokenField(part, contents)
  expect(showValue(field, stored, part, world)).toEqual({
    status: 'value',
    form: 'text',
    text: shown,
  })
})

test('a default stands in for nothing and for the empty text, and an empty default for nothing', () => {
  const part = token('{{lead.First Name:default=friend}}')
  const { field } = findTokenField(part, contents)
  const usual = usualAssumptions()
  expect(showValue(field, null, part, usual)).toEqual({
    status: 'default',
    form: 'text',
    text: 'friend',
  })
  expect(showValue(field, '', part, usual).status).toBe('default')
  expect(showValue(field, null, token('{{lead.First Name:default=}}'), usual)).toEqual({
    status: 'empty',
    form: 'text',
  })
})

test.each([
  [1e21, '1000000000000000000000'],
  [1e-7, '0.0000001'],
  [-0.5, '-0.5'],
  [42, '42'],
])('the number %d is shown in plain digits', (value, shown) => {
  expect(fieldTypeNamed('float').show(value)).toBe(shown)
})

test.each([
  ['integer', 5, 'written'],
  ['integer', 5.5, 'not-written'],
  ['integer', '5', 'depends'],
  ['integer', 'abc', 'not-written'],
  ['integer', null, 'depends'],
  ['string', 'abc', 'written'],
  ['string', 5, 'depends'],
  ['string', 'x'.repeat(256), 'depends'],
  ['string', 'x'.repeat(255), 'written'],
  ['string', { a: 1 }, 'not-written'],
  ['boolean', true, 'written'],
  ['boolean', 'yes', 'not-written'],
  ['datetime', '2026-11-24T09:30:00Z', 'written'],
  ['datetime', 'tomorrow', 'not-written'],
] as const)('a %s field and the response value %j: %s', (type, value, status) => {
  expect(fieldTypeNamed(type).accepts(value, undefined).status).toBe(status)
})

test('every acceptance that depends has an outcome for each value of its assumption', () => {
  for (const type of FIELD_TYPES) {
    for (const value of [null, '', '5', 5, true, 'x'.repeat(300)]) {
      const acceptance = type.accepts(value, undefined)
      if (acceptance.status !== 'depends') continue
      const values = ASSUMPTIONS.find(({ id }) => id === acceptance.on)?.values ?? []
      expect(Object.keys(acceptance.outcomes).sort()).toEqual([...values].sort())
    }
  }
})

test('what is spelled for the Template field is what is sent', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\\', 'n', '"', "'", 'd', '\n', '😀', 'u') }),
      (text) => {
        expect(parseTypedTemplate(spellForTemplateField(text))).toEqual({ status: 'sent', text })
      },
    ),
  )
})

test('an escape that Marketo does not know stops the call', () => {
  expect(parseTypedTemplate('a\\d')).toEqual({ status: 'refused', offset: 1, escape: '\\d' })
  expect(parseTypedTemplate('a\\n\\"')).toEqual({ status: 'sent', text: 'a\n"' })
  expect(parseTypedTemplate('a\\').status).toBe('refused')
})

test('possible worlds are all combinations of what is not pinned', () => {
  const ids = ['boolean-under-json', 'default-encoding', 'line-breaks']
  expect(assumptionSets(ids, {})).toHaveLength(8)
  expect(assumptionSets(ids, { 'line-breaks': 'kept' })).toHaveLength(4)
  expect(assumptionSets([], {})).toEqual([usualAssumptions()])
})

test('assumption ids are sorted and unique, and each has at least one value', () => {
  const ids = ASSUMPTIONS.map(({ id }) => id)
  expect([...new Set(ids)].sort()).toEqual(ids)
  for (const { values } of ASSUMPTIONS) expect(new Set(values).size).toBe(values.length)
})

test.each<[string, unknown, string]>([
  ['as many bytes as it holds', 'x'.repeat(30_000), 'written'],
  ['one more', 'x'.repeat(30_001), 'depends'],
  ['few characters of many bytes', '漢'.repeat(10_000), 'written'],
  ['one more of them', '漢'.repeat(10_001), 'depends'],
  ['emoji', '😀'.repeat(7_501), 'depends'],
])('a text area and %s', (_name, value, status) => {
  expect(fieldTypeNamed('text').accepts(value, undefined)).toMatchObject({
    status,
    ...(status === 'depends' ? { on: 'mapping-overflow' } : { stored: value }),
  })
})

test('where a text that is too long is cut, it is cut at the last byte that fits, never within a character', () => {
  for (const [character, fitting] of [
    ['x', 30_000],
    ['é', 15_000],
    ['漢', 10_000],
    ['😀', 7_500],
  ] as const) {
    const accepted = fieldTypeNamed('text').accepts(
      `${character.repeat(fitting)}${character}`,
      undefined,
    )
    expect(settleAcceptance(accepted, { 'mapping-overflow': 'truncated' })).toEqual({
      status: 'written',
      value: character.repeat(fitting),
    })
  }
  const uneven = `x${'漢'.repeat(10_000)}`
  const accepted = fieldTypeNamed('text').accepts(uneven, undefined)
  expect(settleAcceptance(accepted, { 'mapping-overflow': 'truncated' })).toEqual({
    status: 'written',
    value: `x${'漢'.repeat(9_999)}`,
  })
})
