import { expect, test } from 'vitest'
import { visibleText } from '../../src/base/visible-text.ts'
import { isStorable } from '../../src/contract/stored-value.ts'
import type { ValueClass } from '../../src/contract/value-class.ts'
import { VALUE_CLASSES } from '../../src/contract/value-classes.ts'
import { valuePools } from '../../src/contract/value-pool.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../../src/marketo/assumptions/assumption.ts'
import { ASSUMPTIONS } from '../../src/marketo/assumptions/assumptions.ts'
import { json } from '../../src/marketo/encodings/json.ts'
import { FIELD_TYPES } from '../../src/marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../src/marketo/fields/field-definition.ts'
import { STANDARD_FIELDS } from '../../src/marketo/fields/standard-fields.ts'
import type { TokenValue } from '../../src/marketo/token-value.ts'
import { parseTemplate, type TokenPart } from '../../src/marketo/tokens/parse-template.ts'
import { showValue } from '../../src/marketo/tokens/show-value.ts'
import { expectFile } from '../support/expected-file.ts'

/** One field of every type, as a custom field has it: short where the type lets it. */
const SHORT_FIELDS: readonly FieldDefinition[] = FIELD_TYPES.map(({ name }) => ({
  owner: 'lead',
  displayName: name,
  restName: name,
  soapName: name,
  type: name,
  length: name === 'string' ? 3 : undefined,
  isAlwaysSet: false,
  isReadOnly: false,
  source: 'this test',
}))

const FIELDS = [...STANDARD_FIELDS, ...SHORT_FIELDS]

test('every class concerns some field, and says why it bites and what arrives', () => {
  const idle = VALUE_CLASSES.filter(
    ({ why, arrives, values }) =>
      why === '' || arrives === '' || FIELDS.every((field) => values(field).length === 0),
  )
  expect(idle.map(({ id }) => id)).toEqual([])
  expect(new Set(VALUE_CLASSES.map(({ id }) => id)).size).toBe(VALUE_CLASSES.length)
})

test('classes are listed in the order of their ids', () => {
  const ids = VALUE_CLASSES.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
})

test('no value stands in a class twice, nor in two classes', () => {
  const texts = VALUE_CLASSES.flatMap(({ values }) => values(fieldOf('string')))
  const awkward = texts.filter((value) => value !== null)
  expect(awkward.filter((value, nth) => awkward.indexOf(value) !== nth)).toEqual([])
})

test.each(FIELDS.map((field) => [`${field.owner} ${field.displayName}`, field] as const))(
  'no lead has a value that Marketo could not store: %s',
  (_name, field) => {
    const [pool] = valuePools(
      { plain: new Map(), tokens: [{ field, use: { ...USE, field, key: field.displayName } }] },
      1,
    )
    const values = pool?.values.slice(1).map(({ value }) => value) ?? []
    expect(values.length).toBeGreaterThan(0)
    expect(values.filter((value) => !isStorable(field, value))).toEqual([])
  },
)

test.each<readonly [FieldDefinition['type'], string, TokenValue]>([
  ['string', '256 characters', 'x'.repeat(256)],
  ['string', 'the empty text, which is unset', ''],
  ['string', 'a number', 1],
  ['text', '30,001 bytes', 'x'.repeat(30_001)],
  ['text', '10,001 characters of three bytes', '漢'.repeat(10_001)],
  ['integer', 'a half', 1.5],
  ['integer', 'more than 32 bits', 2_147_483_648],
  ['score', 'what is no number', Number.NaN],
  ['boolean', 'a word', 'true'],
  ['date', 'a leap day of another year', '2023-02-29'],
  ['date', 'a date of another form', '24.11.2026'],
  ['datetime', 'a time with a zone', '2026-11-24T09:30:00Z'],
  ['datetime', 'an hour too many', '2026-11-24 24:00:00'],
])('a field of the type %s cannot hold %s', (type, _what, value) => {
  expect(isStorable(fieldOf(type), value)).toBe(false)
})

test.each<readonly [FieldDefinition['type'], string, TokenValue]>([
  ['string', '255 characters', 'x'.repeat(255)],
  ['text', '30,000 bytes', 'x'.repeat(30_000)],
  ['text', '10,000 characters of three bytes', '漢'.repeat(10_000)],
  ['integer', 'the least of 32 bits', -2_147_483_648],
  ['currency', 'a cent', 0.01],
  ['boolean', 'false', false],
  ['date', 'a leap day', '2024-02-29'],
  ['datetime', 'the last second of a day', '2026-11-24 23:59:59'],
  ['string', 'nothing', null],
])('a field of the type %s can hold %s', (type, _what, value) => {
  expect(isStorable(fieldOf(type), value)).toBe(true)
})

test.each(VALUE_CLASSES.map((valueClass) => [valueClass.id, valueClass] as const))(
  'what arrives rests on the assumptions that are named, and on no other: %s',
  (_id, valueClass) => {
    const named = ASSUMPTIONS.map(({ id }) => id).filter((id) =>
      valueClass.arrives.includes(`(${id})`),
    )
    expect(decidingAssumptions(valueClass)).toEqual(named)
  },
)

test('the page of value classes is what the classes say', () => {
  expectFile('docs/value-classes.md', page())
})

const [TOKEN] = parseTemplate('{{lead.First Name}}').filter(
  (part): part is TokenPart => part.kind === 'token',
)
if (TOKEN === undefined) throw new Error('no token')
const USE = {
  kind: 'token',
  token: TOKEN,
  key: 'lead.first name',
  at: { file: '', start: 0, end: 0 },
} as const

function fieldOf(type: FieldDefinition['type']): FieldDefinition {
  const found = SHORT_FIELDS.find((field) => field.type === type)
  if (found === undefined) throw new Error(type)
  return { ...found, length: undefined }
}

/** The assumptions whose value changes what a reader of JSON finds for some value of the class. */
function decidingAssumptions({ values }: ValueClass): readonly string[] {
  const ids = [
    'astral',
    'boolean-under-json',
    'empty-number-under-json',
    'html-encoding',
    'line-breaks',
  ]
  const decides = (id: string): boolean =>
    SHORT_FIELDS.some((field) =>
      values(field).some((value) => {
        const read = assumptionSets([id], {}).map((world) => readBack(field, value, world))
        return new Set(read).size > 1
      }),
    )
  return ids.filter(decides)
}

function readBack(field: FieldDefinition, value: TokenValue, world: AssumptionSet): string {
  if (TOKEN === undefined) return ''
  const text = json.encode(showValue(field, value, TOKEN, world), world)
  return text === '' ? '' : JSON.stringify(JSON.parse(text))
}

function page(): string {
  const rows = VALUE_CLASSES.map((valueClass) => {
    const { id, why, arrives } = valueClass
    const cells = [`\`${id}\``, why, arrives, kindsOf(valueClass), examplesOf(valueClass)]
    return `| ${cells.map(escapeCell).join(' | ')} |`
  })
  return `# Classes of awkward values

Contract tests try every token with every class below that its field can hold, one at a time (\`--path token/…\`), then every two tokens with every two classes (\`pairs/…\`), then leads by chance (\`random/…\`).
The class is the diagnosis: a token that fails with \`ampersand\` is not encoded for a form.
Only values that Marketo can store are used, by the field's type and length; what Marketo does to them on the way is an assumption, named in brackets.
Values at the bounds of the webhook's own request schema come on top (\`schema-maxLength\`, \`schema-enum\` and so on).

| class | a value that | what must arrive | fields | for instance |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function kindsOf({ values }: ValueClass): string {
  const types = SHORT_FIELDS.filter((field) => values(field).length > 0).map(({ type }) => type)
  const texts = FIELD_TYPES.filter(({ form, name }) => form === 'text' && !name.startsWith('date'))
  if (types.length === SHORT_FIELDS.length) return 'all'
  const isTexts = types.length === texts.length && texts.every(({ name }) => types.includes(name))
  return isTexts ? 'texts' : types.join(', ')
}

function examplesOf({ values }: ValueClass): string {
  const field = SHORT_FIELDS.find((candidate) => values(candidate).length > 0)
  const examples = field === undefined ? [] : values({ ...field, length: undefined })
  return examples
    .slice(0, 3)
    .map((value) => visibleText(JSON.stringify(value)))
    .map((text) => (text.length > 40 ? `${text.slice(0, 8)}…"` : text))
    .map((text) => `\`${text}\``)
    .join(', ')
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
