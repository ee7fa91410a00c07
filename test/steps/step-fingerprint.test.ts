import { expect, test } from 'vitest'
import { stepFingerprint } from '../../src/steps/step-fingerprint.ts'
import { act, type Movement, type Step } from '../../src/steps/step.ts'
import { wantedSteps } from '../../src/steps/wanted-steps.ts'
import { say } from '../../src/steps/words.ts'
import { exampleContext } from '../support/pages.ts'
import { spoiledProgram, type Replacement } from '../support/spoiled-program.ts'

function fingerprints(...replacements: readonly Replacement[]): ReadonlyMap<string, string> {
  const context = { ...exampleContext('lead-sync', 'prod-emea') }
  const compiled = spoiledProgram(...replacements)
  return new Map(
    wantedSteps({ ...context, compiled }).map(({ step, fingerprint }) => [step.id, fingerprint]),
  )
}

/** Ids of the steps that are others after a replacement. */
function touched(...replacements: readonly Replacement[]): readonly string[] {
  const before = fingerprints()
  return [...fingerprints(...replacements)].flatMap(([id, each]) =>
    before.get(id) === each ? [] : [id],
  )
}

test.each<readonly [string, Replacement, readonly string[]]>([
  [
    'the URL',
    ['/v1/leads', '/v2/leads'],
    ['endpoint.crm-lead-sync.ready', 'webhook.crm-lead-sync.dialog'],
  ],
  ['the payload', ['"email": {{', '"mail": {{'], ['webhook.crm-lead-sync.dialog']],
  [
    'a secret by its name',
    ['secret: crm-sync-key', 'secret: signals-client-id'],
    ['endpoint.secret.signals-client-id', 'webhook.crm-lead-sync.headers'],
  ],
  [
    'a mapping',
    ['status: Sync_Status__c', 'state: Sync_Status__c'],
    ['webhook.crm-lead-sync.mappings'],
  ],
  ['a filter', ['value: 50}', 'value: 60}'], ['campaign.sync.smart-list']],
  [
    'which constraint holds a value',
    ['newValue: success}', 'reason: success}'],
    ['campaign.advance.smart-list'],
  ],
  [
    'a My Token',
    ['Region Code: {type: text', 'Region Code: {type: rich text'],
    ['program.token.region-code'],
  ],
])('%s is in the fingerprint of its own step, and of no other', (_, replacement, expected) => {
  expect(touched(replacement)).toEqual(expected)
})

test('an operator that ends where its value begins is told from its neighbour', () => {
  const rule = (operator: string, value: string | undefined): Movement => ({
    kind: 'add',
    what: 'filter',
    name: 'Company',
    settings: [{ label: '', operator, value }],
  })
  const of = (movement: Movement): string | undefined => fingerprintOf([movement])
  expect(of(rule('is', 'not empty'))).not.toBe(of(rule('is not empty', undefined)))
})

test('our own sentences, buttons and labels of dialogs do not count', () => {
  const enter = (label: string): Movement => ({
    kind: 'enter',
    label,
    value: 'x',
    language: 'text',
  })
  const one = fingerprintOf([act(say`Type it.`), enter('URL'), { kind: 'click', label: 'CREATE' }])
  const other = fingerprintOf([enter('Web address'), { kind: 'click', label: 'SAVE' }])
  expect(one).toBe(other)
})

test('fields that change places are told apart', () => {
  const leave: Movement = { kind: 'leave', label: 'Template' }
  const enter: Movement = { kind: 'enter', label: 'Description', value: 'x', language: 'text' }
  expect(fingerprintOf([enter, leave])).not.toBe(fingerprintOf([leave, enter]))
})

test('rows and triggers mean the same in any order, flow steps do not', () => {
  const add = (what: 'trigger' | 'flow step', name: string): Movement => ({
    kind: 'add',
    what,
    name,
    settings: [],
  })
  const of = (what: 'trigger' | 'flow step', ...names: readonly string[]): string | undefined =>
    fingerprintOf(names.map((name) => add(what, name)))
  expect(of('trigger', 'a', 'b')).toBe(of('trigger', 'b', 'a'))
  expect(of('trigger', 'a', 'a')).not.toBe(of('trigger', 'a'))
  expect(of('flow step', 'a', 'b')).not.toBe(of('flow step', 'b', 'a'))
})

test('a look has none', () => {
  expect(fingerprintOf([act(say`Look.`)])).toBeUndefined()
  expect(fingerprints().has('access.permissions')).toBe(false)
})

function fingerprintOf(movements: readonly Movement[]): string | undefined {
  const [first] = wantedSteps(exampleContext('lead-sync', 'prod-emea'))
  if (first === undefined) throw new Error('nothing is wanted')
  const step: Step = { ...first.step, movements, sets: {} }
  return stepFingerprint(step)
}
