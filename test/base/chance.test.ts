import { expect, test } from 'vitest'
import { chanceOf, drawnAt } from '../../src/base/chance.ts'

const LEADS = 40_000
const KINDS = 20
const CELLS = KINDS * KINDS

/** How far counts are from even, in units of what is to be expected by chance: near 1 for real chance. */
function unevenness(kindOf: (lead: number) => number): number {
  const counts = new Uint32Array(CELLS)
  for (let lead = 0; lead < LEADS; lead++) {
    const kind = kindOf(lead)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const expected = LEADS / CELLS
  const squares = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return squares / (CELLS - 1)
}

function kind(seed: number, lead: number, token: number): number {
  return drawnAt(chanceOf(seed, lead), token) % KINDS
}

test.each([1, 2, 12345, 2 ** 31 - 1])('with seed %i every pair of draws comes up alike', (seed) => {
  const ofTokens = (lead: number): number => kind(seed, lead, 0) * KINDS + kind(seed, lead, 1)
  const ofLeads = (lead: number): number => kind(seed, lead, 0) * KINDS + kind(seed, lead + 1, 0)
  const ofSeeds = (lead: number): number => kind(seed, lead, 3) * KINDS + kind(seed + 1, lead, 3)
  for (const pairs of [ofTokens, ofLeads, ofSeeds]) {
    expect(unevenness(pairs)).toBeGreaterThan(0.7)
    expect(unevenness(pairs)).toBeLessThan(1.3)
  }
})

test('the same seed, lead and token draw the same number', () => {
  expect(drawnAt(chanceOf(7, 123), 4)).toBe(drawnAt(chanceOf(7, 123), 4))
})
