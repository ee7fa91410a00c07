import { expect, test } from 'vitest'
import { addToMap } from '../../src/source/add-to-map.ts'

const PIN = {
  key: 'astral',
  value: { value: 'kept', evidence: 'captured request, sandbox, 2026-11-24' },
}
const LINE = 'astral: {value: kept, evidence: "captured request, sandbox, 2026-11-24"}'

function add(text: string): string {
  const added = addToMap({ path: 'project.yaml', text }, 'assumptions', [PIN])
  return added.status === 'added' ? added.text : added.reason
}

test.each([
  ['a: 1 # one\n', `a: 1 # one\n\nassumptions:\n  ${LINE}\n`],
  ['a: 1', `a: 1\n\nassumptions:\n  ${LINE}\n`],
  ['assumptions: {} # none yet\nb: 2\n', `assumptions: # none yet\n  ${LINE}\nb: 2\n`],
  ['assumptions:\nb: 2\n', `assumptions:\n  ${LINE}\nb: 2\n`],
  ['assumptions: # open\nb: 2\n', `assumptions: # open\n  ${LINE}\nb: 2\n`],
  [
    'assumptions:\n    retry: {value: none, evidence: x} # said\n\n# next\nb: 2\n',
    `assumptions:\n    retry: {value: none, evidence: x} # said\n    ${LINE}\n\n# next\nb: 2\n`,
  ],
  [
    'assumptions:\n  retry:\n    value: none\n    evidence: |\n      x\n      y\nb: 2\n',
    `assumptions:\n  retry:\n    value: none\n    evidence: |\n      x\n      y\n  ${LINE}\nb: 2\n`,
  ],
  [
    'assumptions: {retry: {value: none, evidence: x}} # all\n',
    `assumptions: {retry: {value: none, evidence: x}, ${LINE}} # all\n`,
  ],
])('only puts text in: %j', (before, after) => {
  expect(add(before)).toBe(after)
})

test('a file of Windows keeps its line ends', () => {
  expect(add('a: 1\r\nassumptions: {}\r\nb: 2\r\n')).toBe(
    `a: 1\r\nassumptions:\r\n  ${LINE}\r\nb: 2\r\n`,
  )
})

test.each(['{a: 1}\n', 'a: [\n', '- a\n', 'assumptions: text\n', ''])(
  'leaves alone what it cannot add to: %j',
  (text) => {
    const added = addToMap({ path: 'project.yaml', text }, 'assumptions', [PIN])
    expect(added.status).toBe('refused')
  },
)
