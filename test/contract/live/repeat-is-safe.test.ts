import { expect, test } from 'vitest'
import type { Answer } from '../../../src/emulate/answer.ts'
import { spoiledProgram, type Replacement } from '../../support/spoiled-program.ts'
import {
  answer,
  findings,
  resultOf,
  SUCCESS,
  tryEndpoint,
  unless,
  type Tried,
} from './try-endpoint.ts'

/** Answers to the plain lead, one call after the other; all others get a success. */
async function repeated(
  answers: readonly Answer[],
  ...replacements: readonly Replacement[]
): Promise<Tried> {
  let times = 0
  const behavior = unless((lead) => {
    if (lead.marketoId !== 900_000_000) return undefined
    times += 1
    return answers[times - 1] ?? SUCCESS
  })
  return tryEndpoint(behavior, { compiled: spoiledProgram(...replacements), runs: 50 })
}

const created = (id: string): Answer => answer(200, { status: 'success', externalId: id })

const KEY: Replacement = [
  '    idempotency: {key: [marketoId], note: a time-out does not prove that the call failed}\n',
  '',
]

test('the same answer each time is safe', async () => {
  const tried = await repeated([SUCCESS, SUCCESS, SUCCESS, SUCCESS])
  expect(findings(tried)).toEqual([])
  expect(resultOf(tried).checks).toContainEqual({ check: 'repeat-is-safe', passed: 1, failed: 0 })
  const repetitions = tried.calls.filter(({ purpose }) => purpose === 'repeat')
  expect(repetitions.map(({ outcome }) => outcome)).toEqual(['written', 'given-up', 'written'])
})

test.each([
  [
    'refuses the second',
    [SUCCESS, answer(409)],
    'when the same lead is sent again, the endpoint answers with status 409',
  ],
  [
    'makes a second record',
    [created('1'), created('2')],
    'when the same lead is sent again, the answer maps another value to "CRM_Lead_Id__c"',
  ],
  [
    'refuses after a call that was given up',
    [SUCCESS, SUCCESS, SUCCESS, answer(423)],
    'when the same lead is sent again after a call that was given up, the endpoint answers with status 423',
  ],
  [
    'makes a second record after one',
    [created('1'), created('1'), created('1'), created('3')],
    'when the same lead is sent again after a call that was given up, the answer maps another value to "CRM_Lead_Id__c"',
  ],
] as const)('an endpoint that %s is not safe', async (_name, answers, message) => {
  const tried = await repeated(answers)
  expect(findings(tried)).toEqual([`error repeat-is-safe: ${message}`])
  const [failure] = resultOf(tried).failures
  expect(failure?.help).toContain('"marketoId"')
})

test('a date may be another one each time', async () => {
  const asDate: Replacement = [
    'CRM Lead Id: {rest: crmLeadId, soap: CRM_Lead_Id__c, type: string, length: 255}',
    'CRM Lead Id: {rest: crmLeadId, soap: CRM_Lead_Id__c, type: datetime}',
  ]
  const answers = [0, 1, 2, 3].map((second) => created(`2026-11-24T09:30:0${second}Z`))
  const tried = await repeated(answers, asDate)
  expect(findings(tried).filter((text) => text.includes('repeat-is-safe'))).toEqual([])
})

test('a definition without a key is told to have one, whatever the endpoint does', async () => {
  const quiet = await repeated([], KEY)
  expect(findings(quiet)).toEqual([
    'warning repeat-is-safe: the definition does not say by what the endpoint knows a call again',
  ])
  const [loud] = resultOf(await repeated([SUCCESS, answer(409)], KEY)).failures
  expect(loud).toMatchObject({ severity: 'warning', rule: 'repeat-is-safe' })
  expect(loud?.effect).toContain('status 409')
})
