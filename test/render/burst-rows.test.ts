import { expect, test } from 'vitest'
import { burstGrounds, burstRows } from '../../src/render/runbook/burst-rows.ts'
import { exampleProgram } from '../support/example-programs.ts'
import { spoiledProgram } from '../support/spoiled-program.ts'

const WEBHOOK = '    idempotency:'
const LATENCY = `    latency: {p50: 80ms, p99: 900ms}\n${WEBHOOK}`

test('a definition without a latency says what is assumed', () => {
  const program = exampleProgram('lead-sync', 'prod-emea')
  expect(burstGrounds(program)).toEqual([
    "CRM Lead Sync: 50 ms an answer, Adobe's own example, because the definition states no latency; measure it",
  ])
  expect(burstRows(program).map(({ leads, done }) => [leads, done])).toEqual([
    ['1,000', '50 s'],
    ['1,000', '2.5 s'],
    ['5,000', '4 min 10 s'],
    ['5,000', '13 s'],
  ])
})

test('one that states it is taken at its word', () => {
  const program = spoiledProgram([WEBHOOK, LATENCY])
  expect(burstGrounds(program)).toEqual([
    'CRM Lead Sync: half within 80 ms, 99 % within 900 ms, as the definition says',
  ])
  expect(burstRows(program).map(({ done }) => done)).toEqual([
    '2 min 20 s',
    '7.3 s',
    '11 min 39 s',
    '36 s',
  ])
})

test('a pinned assumption leaves one bound', () => {
  const pinned = `assumptions:\n  concurrency: {value: serial, evidence: measured}\n\nguarantees:`
  const program = spoiledProgram(['guarantees:', pinned])
  expect(burstRows(program).map(({ leads, atATime }) => [leads, atATime])).toEqual([
    ['1,000', "one after another (Adobe's arithmetic)"],
    ['5,000', "one after another (Adobe's arithmetic)"],
  ])
})
