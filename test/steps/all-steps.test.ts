import { expect, test } from 'vitest'
import { allSteps } from '../support/all-steps.ts'
import { valuesOf, type Step } from '../../src/steps/step.ts'
import type { Word } from '../../src/steps/words.ts'
import { EXAMPLES } from '../support/example-programs.ts'
import { exampleContext } from '../support/pages.ts'
import { spoiledProgram, type Replacement } from '../support/spoiled-program.ts'

function variant(...replacements: readonly Replacement[]): readonly Step[] {
  const context = exampleContext('lead-sync', 'prod-emea')
  return allSteps({ ...context, compiled: spoiledProgram(...replacements) })
}

const NO_MAPPINGS: Replacement = [
  'mappings:\n      status: Sync_Status__c\n      externalId: CRM_Lead_Id__c\n    ',
  '',
]
const NO_SECRET: Replacement = [
  'Authorization: {secret: crm-sync-key, format: "Bearer ${secret}"}',
  'X-Source: marketo',
]
const NO_CALL: Replacement = [
  'step: Call Webhook, webhook: crm-lead-sync',
  'step: Wait, duration: 5 minutes',
]
const REQUESTED: Replacement = [
  'created: {trigger: Person is Created}',
  'created: {trigger: Person is Created}\n      again: {trigger: Campaign is Requested}',
]

const ALL: readonly (readonly [name: string, steps: readonly Step[]])[] = [
  ...EXAMPLES.map(
    ([id, environment]) =>
      [`${id} in ${environment}`, allSteps(exampleContext(id, environment))] as const,
  ),
  ['no mappings', variant(NO_MAPPINGS)],
  ['no secret', variant(NO_SECRET)],
  ['no call', variant(NO_CALL)],
  ['a campaign that can be requested', variant(REQUESTED)],
]

test.each(ALL)(
  '%s: every id stands once, and every step needs only steps before it',
  (_, steps) => {
    const ids = steps.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const [index, { needs }] of steps.entries()) {
      expect(needs.filter((needed) => !ids.slice(0, index).includes(needed))).toEqual([])
    }
  },
)

test.each(ALL)(
  '%s: every step says its act, what to see, what to do if not, and the way back',
  (_, steps) => {
    expect(steps.length).toBeGreaterThan(20)
    const silent = steps.filter(
      ({ does, movements, expect: seen, ifNot, undo }) =>
        does === '' ||
        movements.length === 0 ||
        [seen, ifNot, undo].some(({ length }) => length === 0),
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  },
)

test.each(ALL)('%s: a step that is referred to is on the page', (_, steps) => {
  const ids = steps.map(({ id }) => id)
  const named = steps.flatMap((step) => wordsOf(step).flatMap((word) => stepIn(word)))
  expect(named.filter((id) => !ids.includes(id))).toEqual([])
})

test('a secret is only ever a format with a place in it', () => {
  const values = ALL.flatMap(([, steps]) => steps.flatMap(valuesOf)).map(({ value }) => value)
  const formats = values.filter((value) => /^(?:Bearer|Basic) /.test(value))
  expect([...new Set(formats)]).toEqual(['Bearer ${secret}', 'Basic ${secret}'])
})

test('sending again uses the campaign that can be requested, or makes one and switches it off', () => {
  const ids = (steps: readonly Step[]): readonly string[] =>
    steps.map(({ id }) => id).filter((id) => id.includes('replay'))
  expect(ids(variant())).toContain('campaign.replay-sync.activate')
  expect(ids(variant()).at(-1)).toBe('replay.off.replay-sync')
  expect(ids(variant(REQUESTED)).filter((id) => id.includes('replay-sync'))).toEqual([])
  expect(ids(variant(NO_CALL))).toEqual([])
})

test('sending again leaves out who has arrived, and time-outs that nothing tells apart', () => {
  const sorted = (steps: readonly Step[]): string =>
    JSON.stringify(steps.find(({ id }) => id === 'replay.sort')?.movements)
  const noKey: Replacement = [
    'idempotency: {key: [marketoId], note: a time-out does not prove that the call failed}',
    '',
  ]
  expect(sorted(variant())).toContain('They have arrived')
  expect(sorted(variant())).toContain('In: time-outs of ')
  expect(sorted(variant(noKey))).toContain('Out: every time-out of ')
  expect(sorted(variant(NO_MAPPINGS))).not.toContain('They have arrived')
})

test('the secret is rotated with two values: accepted, set, proved, waited for, refused', () => {
  const ids = variant().map(({ id }) => id)
  expect(ids.filter((id) => id.startsWith('rotate.'))).toEqual([
    'rotate.crm-sync-key.accept',
    'rotate.crm-sync-key.store',
    'rotate.crm-sync-key.set.crm-lead-sync',
    'rotate.crm-sync-key.prove',
    'rotate.crm-sync-key.wait',
    'rotate.crm-sync-key.revoke',
    'rotate.crm-sync-key.record',
  ])
  expect(variant(NO_SECRET).filter(({ id }) => id.startsWith('rotate.'))).toEqual([])
})

test('what calls is retired first, what catches last', () => {
  const ids = variant().map(({ id }) => id)
  const order = [
    'retire.off.sync',
    'retire.wait',
    'retire.off.failed',
    'retire.webhook.crm-lead-sync',
  ]
  const places = order.map((id) => ids.indexOf(id))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

function wordsOf({ expect: seen, ifNot, verify, undo, movements }: Step): readonly Word[] {
  const said = movements.flatMap((movement) => {
    if (movement.kind === 'do' || movement.kind === 'copy') return movement.words
    return movement.kind === 'secret' ? movement.from : []
  })
  return [...seen, ...ifNot, ...verify, ...undo, ...said]
}

function stepIn(word: Word): readonly string[] {
  return typeof word === 'object' && 'step' in word ? [word.step] : []
}
