import { expect, test } from 'vitest'
import type { ContractResult } from '../../src/contract/contract-result.ts'
import type { CoverageCell } from '../../src/contract/coverage.ts'
import { coverageReached } from '../../src/contract/coverage-reached.ts'

const TRIED: CoverageCell = { area: 'values', row: 'lead.Id', column: 'odd', tried: 1, failed: 0 }

function untried(column: string): CoverageCell {
  return { ...TRIED, column, tried: 0 }
}

function result(environment: string, coverage: readonly CoverageCell[]): ContractResult {
  return {
    program: 'p',
    environment,
    webhook: 'w',
    at: { file: 'p.yaml', start: 3, end: 4 },
    target: 'schema',
    seed: 1,
    leads: 1,
    assumptionSets: 1,
    checks: [],
    tokens: [],
    replayed: [],
    coverage,
    failures: [],
    measured: { milliseconds: 0, latencies: [] },
  }
}

test('less than was asked for is a finding at the webhook, which names what was not tried', () => {
  const gaps = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(untried)
  const [finding, ...others] = coverageReached([result('one', [TRIED, ...gaps])], 50)
  expect(others).toEqual([])
  expect(finding?.rule).toBe('coverage-reached')
  expect(finding?.at).toEqual({ file: 'p.yaml', start: 3, end: 4 })
  expect(finding?.message).toBe('only 12 % of 8 cells of "w" were tried, not 50 %')
  expect(finding?.effect).toBe(
    'nobody knows what happens with lead.Id: a, lead.Id: b, lead.Id: c, lead.Id: d, lead.Id: e, 2 more',
  )
})

test('exactly as much as was asked for is enough', () => {
  expect(coverageReached([result('one', [TRIED, untried('a')])], 50)).toEqual([])
  expect(coverageReached([result('one', [TRIED, untried('a')])], 51)).toHaveLength(1)
})

test('what another environment has tried counts', () => {
  const other = { ...untried('a'), tried: 2 }
  expect(
    coverageReached([result('one', [TRIED, untried('a')]), result('two', [other])], 100),
  ).toEqual([])
})

test('where nothing can be tried nothing is missed', () => {
  expect(coverageReached([result('one', [])], 100)).toEqual([])
})
