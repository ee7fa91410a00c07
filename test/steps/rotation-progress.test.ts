import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Attestation } from '../../src/ledger/attestation.ts'
import { attestedState } from '../../src/ledger/attested-state.ts'
import { overlapMilliseconds } from '../../src/rotation/overlap.ts'
import { deploymentContext } from '../../src/steps/deployment-context.ts'
import {
  missingBefore,
  rotationProgress,
  rotationRound,
} from '../../src/steps/rotation-progress.ts'
import { secretRotation, type SecretRotation } from '../../src/steps/secret-rotation.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const SIGNALS = 'programs/sales-signals/program.yaml'

/** Two programs that send the same secret in production. */
function twoPrograms(): SecretRotation {
  const text = readFileSync(SIGNALS, 'utf8').replaceAll('signals-client-secret', 'crm-sync-key')
  const workspace = readWorkspace('programs/project.yaml', new Map([[SIGNALS, text]]))
  const contexts = ['lead-sync', 'sales-signals'].flatMap((id) => {
    const environment = id === 'lead-sync' ? 'prod-emea' : 'prod-apac'
    return deploymentContext(workspace, id, environment) ?? []
  })
  const rotation = secretRotation('crm-sync-key', contexts)
  if (rotation === undefined) throw new Error('nothing is rotated')
  return rotation
}

const ROTATION = twoPrograms()

test('the old value goes only after every program has the new one', () => {
  expect(ROTATION.programs).toEqual(['lead-sync', 'sales-signals'])
  const ids = ROTATION.steps.map(({ step, program }) => [step.id.split('.')[2], program])
  expect(ids).toEqual([
    ['accept', undefined],
    ['store', undefined],
    ['set', 'lead-sync'],
    ['prove', 'lead-sync'],
    ['set', 'sales-signals'],
    ['prove', 'sales-signals'],
    ['wait', undefined],
    ['revoke', undefined],
    ['record', undefined],
  ])
})

test('what one program has done is not done in the other', () => {
  const marks = [mark('lead-sync', ['accept', 'store', 'set.crm-lead-sync', 'prove'])]
  const progress = rotationProgress(ROTATION, marks)
  const done = progress.steps.filter((each) => each.done !== undefined)
  expect(done.map(({ program }) => program)).toEqual([
    undefined,
    undefined,
    'lead-sync',
    'lead-sync',
  ])
  expect(progress.revocable).toBeUndefined()
  const [wait] = progress.steps.filter(({ step }) => step.id.endsWith('.wait'))
  if (wait === undefined) throw new Error('there is no wait')
  expect(missingBefore(wait, progress).map(({ program }) => program)).toEqual(['sales-signals'])
})

test('the time in which both are valid runs from the last proof', () => {
  const marks = [
    mark('lead-sync', ['prove'], '2026-11-26T14:20:00.000Z'),
    mark('sales-signals', ['prove'], '2026-11-27T09:00:00.000Z'),
  ]
  expect(rotationProgress(ROTATION, marks).revocable).toBe('2026-11-29T09:00:00.000Z')
})

test('once the new value is attested, marks of the round before mean nothing', () => {
  const before = mark('lead-sync', ['accept'])
  const attested = {
    ...mark('lead-sync', [], '2026-12-01T00:00:00.000Z'),
    steps: { 'endpoint.secret.crm-sync-key': '0123456789abcdef' },
  }
  const done = (attestations: readonly Attestation[]): number =>
    rotationProgress(ROTATION, attestations).steps.filter((each) => each.done !== undefined).length
  expect(done([before])).toBe(1)
  expect(done([before, attested])).toBe(0)
})

test('marks are no state of Marketo, and whoever attested it last stays who it was', () => {
  const attested = {
    ...mark('lead-sync', []),
    by: 'Ada',
    steps: { 'webhook.crm-lead-sync.dialog': '0123456789abcdef' },
  }
  const marked = { ...mark('lead-sync', ['accept'], '2026-12-01T00:00:00.000Z'), by: 'Grace' }
  const alone = { environment: 'prod-emea', siblings: [], isShared: () => false }
  const state = attestedState([attested, marked], alone)
  expect([...state.steps.keys()]).toEqual(['webhook.crm-lead-sync.dialog'])
  expect(state.last?.by).toBe('Ada')
})

test.each([
  ['48h', 48],
  ['2d', 48],
  ['1w', 168],
  ['soon', 24],
  [undefined, 24],
])('an overlap of %s is %i hours', (value, hours) => {
  const at = { file: 'project.yaml', start: 0, end: 1 }
  const overlap = value === undefined ? undefined : { value, at, pieces: [] }
  expect(overlapMilliseconds({ overlap })).toBe(hours * 3_600_000)
})

function mark(
  program: string,
  parts: readonly string[],
  at = '2026-11-26T14:20:00.000Z',
): Attestation {
  const round = rotationRound(ROTATION, [])
  return {
    formatVersion: 1,
    program,
    environment: program === 'lead-sync' ? 'prod-emea' : 'prod-apac',
    revision: 7,
    fingerprint: '904b4665cf24',
    definition: '0123456789abcdef',
    isComplete: true,
    commit: undefined,
    by: 'Ada',
    at,
    steps: Object.fromEntries(parts.map((part) => [`rotate.crm-sync-key.${part}`, round])),
    removed: [],
    names: {},
  }
}
