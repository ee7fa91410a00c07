import { expect, test } from 'vitest'
import { AWKWARD_VALUES, suitsField } from '../../../src/browser/playground/awkward-values.ts'
import { lengthWords } from '../../../src/browser/playground/length-words.ts'
import { markTokens } from '../../../src/browser/playground/mark-tokens.ts'
import { openTrials, type Trial } from '../../../src/browser/playground/open-trials.ts'
import type { PlaygroundWebhook } from '../../../src/browser/playground/playground-data.ts'
import { previewOf, type Preview } from '../../../src/browser/playground/preview.ts'
import { questionWords } from '../../../src/browser/playground/question-words.ts'
import { readInput } from '../../../src/browser/playground/read-input.ts'
import { verdictOf } from '../../../src/browser/playground/verdict.ts'
import { verdictWords } from '../../../src/browser/playground/verdict-words.ts'
import type { FieldTypeName } from '../../../src/marketo/field-types/field-type.ts'
import type { FieldDefinition } from '../../../src/marketo/fields/field-definition.ts'
import type { AssumptionSet } from '../../../src/marketo/assumptions/assumption.ts'
import { bodyFormatNamed } from '../../../src/marketo/body-formats/body-formats.ts'
import type { TokenValue } from '../../../src/marketo/token-value.ts'

function fieldOf(type: FieldTypeName, isAlwaysSet = false): FieldDefinition {
  return {
    owner: 'lead',
    displayName: 'X',
    restName: undefined,
    soapName: undefined,
    type,
    length: type === 'string' ? 5 : undefined,
    isAlwaysSet,
    isReadOnly: false,
    source: 'a test',
  }
}

test.each([
  ['string', '', null, undefined],
  ['string', 'null', 'null', undefined],
  ['string', '12345', '12345', undefined],
  ['string', '😀😀😀😀😀', '😀😀😀😀😀', undefined],
  ['string', '123456', '123456', 'longer than Marketo stores'],
  ['integer', '7', 7, undefined],
  ['integer', '-1', -1, undefined],
  ['integer', '1.5', 1.5, 'beyond what this field holds'],
  ['float', '1.50', 1.5, undefined],
  ['boolean', 'true', true, undefined],
  ['boolean', 'false', false, undefined],
  ['date', '2026-11-24', '2026-11-24', undefined],
  ['date', '24.11.2026', '24.11.2026', 'Marketo shows dates as 2026-11-24'],
] as const)('a %s of %j is %j, with the doubt %j', (type, text, value, doubt) => {
  expect(readInput(text, fieldOf(type))).toEqual({ status: 'read', value, doubt })
})

test.each([
  ['integer', 'many', 'this field holds a number, in digits'],
  ['integer', '1e3', 'this field holds a number, in digits'],
  ['score', ' 7', 'this field holds a number, in digits'],
  ['boolean', 'yes', 'true or false'],
] as const)('a %s of %j is none', (type, text, reason) => {
  expect(readInput(text, fieldOf(type))).toEqual({ status: 'unreadable', reason })
})

test('what every call has may be left out, with a doubt', () => {
  expect(readInput('', fieldOf('integer', true))).toMatchObject({ status: 'read', value: null })
  expect(readInput('', fieldOf('integer', true))).not.toMatchObject({ doubt: undefined })
})

test('a field says how much of it is used', () => {
  expect(lengthWords('a😀', fieldOf('string'))).toBe('2 of 5 characters')
  expect(lengthWords('a😀', fieldOf('text'))).toBe('5 of 30000 bytes')
  expect(lengthWords('', fieldOf('string'))).toBe('up to 5 characters')
  expect(lengthWords('2026-11-24', fieldOf('date'))).toBe('')
  expect(lengthWords('7', fieldOf('score'))).toBe('')
})

test('an awkward value fits into its field, also where that is full', () => {
  const field = fieldOf('string')
  for (const awkward of AWKWARD_VALUES) {
    const text = awkward.putInto('12345', field)
    if (awkward.label !== 'a JSON fragment') expect(text.length).toBeLessThanOrEqual(5)
    expect(text).not.toBe('12345')
  }
})

test('a number can be nothing, but no quote', () => {
  const suited = (field: FieldDefinition): readonly string[] =>
    AWKWARD_VALUES.filter((awkward) => suitsField(awkward, field)).map(({ label }) => label)
  expect(suited(fieldOf('integer'))).toEqual(['nothing'])
  expect(suited(fieldOf('integer', true))).toEqual([])
  expect(suited(fieldOf('string'))).toHaveLength(AWKWARD_VALUES.length)
})

test('a text is shown in stretches, with what cannot be seen spelled', () => {
  const { stretches, characters, bytes } = markTokens('a\u200db\n😀', [])
  expect(stretches).toEqual([
    {
      raw: undefined,
      glyphs: [
        { text: 'a', spelling: undefined },
        { text: '\u200d', spelling: '\\u{200d}' },
        { text: 'b\n😀', spelling: undefined },
      ],
    },
  ])
  expect([characters, bytes]).toEqual([5, 10])
})

const WEBHOOK: PlaygroundWebhook = {
  id: 'x',
  name: 'X',
  method: 'POST',
  encoding: 'JSON',
  bodyFormat: 'json',
  url: 'https://example.com/',
  headers: [],
  template: '{"a": {{lead.A}}}',
  tokens: [],
  schema: 'none',
}

/** An endpoint that takes the Boolean true and no text for it. */
const REFUSED = ['{"a":"true"}', '{"a":false}', '{"a":"false"}']

function trialOf(
  changes: Partial<PlaygroundWebhook>,
  type: FieldTypeName = 'string',
  pinned: AssumptionSet = {},
): Trial {
  const token = {
    key: 'lead.a',
    label: 'lead.A',
    field: { owner: 'lead', type, isAlwaysSet: false } as const,
    isVaried: true,
    example: 'a',
    plain: type === 'boolean' ? true : 'a',
  }
  const [trial] = openTrials({ ...WEBHOOK, tokens: [token], ...changes }, pinned, {
    bodyFormat: bodyFormatNamed(changes.bodyFormat ?? 'json'),
    schema: (value) =>
      REFUSED.includes(JSON.stringify(value))
        ? [{ path: '/a', keyword: 'type', message: 'must be boolean' }]
        : [],
  })
  if (trial === undefined) throw new Error('no trial')
  return trial
}

function tried(trial: Trial, value: TokenValue): Preview {
  return previewOf(trial, new Map([['lead.a', value]]))
}

test('a verdict that rests on an assumption says on which, and what is assumed', () => {
  const { verdict, questions } = tried(trialOf({}, 'boolean'), true)
  expect(verdictWords(verdict)).toMatchObject({
    word: 'Depends',
    sentence:
      'The contract holds as Marketo is assumed to work; it would not with another answer to an open question.',
    reasons: [
      {
        sentence:
          'If boolean-under-json is quoted: because of {{lead.A}}, the request schema refuses it: "a" must be boolean.',
      },
    ],
  })
  expect(questions.map(questionWords)).toEqual([
    'Is a Boolean bare or quoted under the encoding JSON? Assumed here: bare. If quoted: {{lead.A}} becomes "true" instead of true.',
  ])
})

test('what is pinned is no question, and is what the request rests on', () => {
  const { verdict, questions } = tried(
    trialOf({}, 'boolean', { 'boolean-under-json': 'quoted' }),
    true,
  )
  expect(verdict.status).toBe('refused')
  expect(questions).toEqual([])
})

test('an encoding that suits no lead is told from values that do not suit', () => {
  const none = { encoding: 'None' } as const
  const pinned = { 'html-encoding': 'off' }
  const quoted = trialOf({ ...none, template: '{"a": "{{lead.A}}"}' }, 'string', pinned)
  expect(verdictWords(tried(quoted, 'a').verdict).word).toBe('Accepted')
  expect(verdictWords(tried(quoted, 'a"').verdict)).toMatchObject({
    word: 'Refused',
    sentence: 'The contract does not hold for these values.',
  })
  const bare = trialOf(none)
  expect(verdictWords(tried(bare, 'a').verdict)).toMatchObject({
    word: 'Refused',
    sentence: 'The contract holds for no lead with this encoding.',
  })
})

test('what becomes of static text is told, where it depends on an open question', () => {
  const trial = trialOf({ template: '{"a": {{lead.A}}, "b": "\\n"}' })
  const { verdict, questions } = tried(trial, 'a')
  expect(verdict.status).toBe('accepted')
  expect(questions.map(questionWords)).toEqual([
    'Does Marketo read backslash escapes in the Template field before it sends it? Assumed here: on. If off: {"a": "a", "b": "\\\\n"} instead of {"a": "a", "b": "\\n"}.',
  ])
})

test('a call that Marketo does not make is told with the reason', () => {
  const reason = 'it sends nothing'
  const verdict = verdictOf(trialOf({}), new Map(), { status: 'refused', reason })
  expect(verdictWords(verdict)).toEqual({
    word: 'Not sent',
    sentence: 'It sends nothing.',
    reasons: [],
  })
})

test('a schema that the page cannot judge is said to be unjudged', () => {
  const words = (schema: PlaygroundWebhook['schema']): string =>
    verdictWords(tried(trialOf({ schema }), 'a').verdict).sentence
  expect(words('not-judged')).toContain('not judged on this page: run hookbook test')
  expect(words('none')).toContain('there is no request schema')
  expect(words('judged')).toContain('the request schema takes them')
})

test('XML is read as on the command line', () => {
  const trial = trialOf({ bodyFormat: 'xml', encoding: 'None', template: '<a>{{lead.A}}</a>' })
  expect(tried(trial, 'a').verdict.status).toBe('accepted')
  expect(verdictWords(tried(trial, '</a>').verdict)).toMatchObject({
    word: 'Depends',
    sentence:
      'The contract does not hold as Marketo is assumed to work; it would with another answer to an open question.',
    reasons: [{ sentence: expect.stringContaining('If html-encoding is off: because of') }],
  })
})

test('where some lead would get through under some assumption, not every lead is said to fail', () => {
  expect(verdictWords(tried(trialOf({}, 'boolean'), false).verdict)).toMatchObject({
    word: 'Refused',
    sentence: 'The contract does not hold for these values.',
  })
})
