import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import type { CompiledWebhook, TokenUse } from '../../src/compile/compiled-program.ts'
import { buildRequest } from '../../src/emulate/build-request.ts'
import { tokensOf } from '../../src/emulate/fixture-situation.ts'
import { ASSUMPTIONS, usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { fieldTypeNamed } from '../../src/marketo/field-types/field-types.ts'
import type { TokenValue } from '../../src/marketo/token-value.ts'
import { spoiledWebhook, type Replacement } from '../support/spoiled-program.ts'

const EMAIL = '"email": {{lead.Email Address}}'
const FORM: readonly Replacement[] = [['tokenEncoding: JSON', 'tokenEncoding: Form/Url']]
const NO_TEXT: readonly Replacement[] = [
  [
    `        "email": {{lead.Email Address}},
        "firstName": {{lead.First Name}},
        "lastName": {{lead.Last Name}},
        "company": {{company.Company Name}},
`,
    '',
  ],
  ['        "region": {{my.Region Code}},\n', ''],
]

const WEBHOOKS: readonly (readonly [string, CompiledWebhook])[] = [
  ['as committed', spoiledWebhook()],
  ['encoding Form/Url', spoiledWebhook(...FORM)],
  ['encoding None', spoiledWebhook(['tokenEncoding: JSON', 'tokenEncoding: None'])],
  ['a token in the URL', spoiledWebhook(['/v1/leads', '/v1/leads?id={{lead.Id}}'])],
  ['a token in a header', spoiledWebhook(['application/json', '"{{lead.First Name}}"'])],
  ['a backslash', spoiledWebhook([EMAIL, '"a\\\\b": 1'])],
  ['a Boolean', spoiledWebhook([EMAIL, '"email": {{lead.Unsubscribed}}'])],
  ['dates and numbers only', spoiledWebhook(...NO_TEXT)],
  ['dates and numbers only, as a form', spoiledWebhook(...NO_TEXT, ...FORM)],
  ['an unset number', spoiledWebhook([':default=0', ''])],
  ['a default with a space', spoiledWebhook(...NO_TEXT, ...FORM, [':default=0', ':default=n a'])],
  ['a default beyond ASCII', spoiledWebhook(...NO_TEXT, [':default=0', ':default=é'])],
]

test.each(WEBHOOKS)('%s: an assumption that is not listed changes nothing', (_, webhook) => {
  const listed = sentAssumptions(webhook)
  const others = ASSUMPTIONS.filter(({ id }) => !listed.includes(id))
  fc.assert(
    fc.property(situations(webhook), (situation) => {
      const usual = send(webhook, situation, {})
      for (const { id, values } of others)
        for (const value of values) expect(send(webhook, situation, { [id]: value })).toEqual(usual)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test.each([
  ['as committed', 'json-escapes', true],
  ['as committed', 'boolean-under-json', false],
  ['as committed', 'empty-number-under-json', false],
  ['as committed', 'backslash-preparse', false],
  ['as committed', 'encoding-in-url', false],
  ['as committed', 'encoding-in-headers', false],
  ['encoding Form/Url', 'form-space', true],
  ['encoding Form/Url', 'json-escapes', false],
  ['encoding None', 'default-encoding', false],
  ['encoding None', 'line-breaks', true],
  ['a token in the URL', 'encoding-in-url', true],
  ['a token in a header', 'encoding-in-headers', true],
  ['a backslash', 'backslash-preparse', true],
  ['a Boolean', 'boolean-under-json', true],
  ['an unset number', 'empty-number-under-json', true],
  ['dates and numbers only', 'line-breaks', false],
  ['dates and numbers only', 'html-encoding', false],
  ['dates and numbers only, as a form', 'form-space', true],
  ['a default with a space', 'form-space', true],
  ['a default beyond ASCII', 'json-escapes', true],
])('%s: %s matters: %s', (name, id, matters) => {
  const webhook = WEBHOOKS.find(([candidate]) => candidate === name)?.[1]
  expect(webhook === undefined ? [] : sentAssumptions(webhook).includes(id)).toBe(matters)
})

function send(
  webhook: CompiledWebhook,
  situation: ReadonlyMap<string, TokenValue>,
  changed: Readonly<Record<string, string>>,
): unknown {
  const built = buildRequest(webhook, situation, {
    assumptions: { ...usualAssumptions(), ...changed },
    secretOf: (id) => id,
  })
  return built.status === 'built' ? built.request : built
}

function situations(webhook: CompiledWebhook): fc.Arbitrary<ReadonlyMap<string, TokenValue>> {
  const entries = tokensOf(webhook).map((use) => fc.tuple(fc.constant(use.key), valueOf(use)))
  return fc.tuple(...entries).map((pairs) => new Map(pairs))
}

function valueOf({ field }: TokenUse): fc.Arbitrary<TokenValue> {
  const type = fieldTypeNamed(field?.type ?? 'string')
  const set = fc.constantFrom<TokenValue>(...valuesOf(type.name, type.form))
  return field?.isAlwaysSet === true ? set : fc.option(set, { nil: null })
}

function valuesOf(name: string, form: string): readonly TokenValue[] {
  if (form === 'number') return [0, -3, 12]
  if (form === 'boolean') return [true, false]
  if (name === 'date' || name === 'datetime') return ['2026-11-24 09:30:00']
  return ['Jane', 'Jane & Joe', 'a"b\\c', 'one\ntwo', '<b>', 'é😀', ' ']
}
