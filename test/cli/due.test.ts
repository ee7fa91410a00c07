import { expect, test } from 'vitest'
import type { LocatedText } from '../../src/base/located-text.ts'
import { checkSecrets } from '../../src/rotation/check-secrets.ts'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import type { Secret } from '../../src/model/project.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const AT = { file: 'programs/project.yaml', start: 0, end: 1 }

/** Days before the one on which it expires, and what is said. */
test.each([
  [31, []],
  [30, ['warning "key" in production expires in 30 days, on 2027-02-01']],
  [15, ['warning "key" in production expires in 15 days, on 2027-02-01']],
  [14, ['warning "key" in production expires in 14 days, on 2027-02-01']],
  [1, ['warning "key" in production expires in 1 day, on 2027-02-01']],
  [0, ['warning "key" in production expires today']],
  [-1, ['error "key" in production expired on 2027-02-01, 1 day ago']],
])('%i days before a secret expires: %j', (days, said) => {
  const expires = [{ key: text('production'), value: text('2027-02-01'), at: AT }]
  const today = new Date(Date.UTC(2027, 1, 1 - days)).toISOString().slice(0, 10)
  expect(tell(secret({ expires }), today)).toEqual(said)
})

test('a day that the calendar has not is an error, because nobody could be reminded of it', () => {
  const expires = [{ key: text('production'), value: text('2027-02-30'), at: AT }]
  expect(tell(secret({ expires }), '2026-11-26')).toEqual([
    'error "2027-02-30" is no day of the calendar, so nobody knows when "key" expires',
  ])
})

test('a secret that shall be rotated and has no day is worth knowing; one that shall not is not', () => {
  const from = [{ key: text('production'), value: text('env:KEY'), at: AT }]
  expect(tell(secret({ from, rotateEvery: text('90d') }), '2026-11-26')).toEqual([
    'info nobody has stated when "key" in production expires',
  ])
  expect(tell(secret({ from }), '2026-11-26')).toEqual([])
})

test('the project weighs what is due', async () => {
  const files = repositoryFiles()
  const project = files['programs/project.yaml'] ?? ''
  const weighed = `${project}\nseverities: {secret-in-time: info}\n`
  const late = ['due', '--today', '2027-02-03', '--fail-level', 'error']
  expect(await main(late, memoryHost({ files }))).toBe(1)
  expect(
    await main(late, memoryHost({ files: { ...files, 'programs/project.yaml': weighed } })),
  ).toBe(0)
})

test('a page that was left behind is due, too', async () => {
  const files = repositoryFiles()
  const path = 'programs/lead-sync/generated/prod-emea/runbook.md'
  const host = memoryHost({ files: { ...files, [path]: 'old' } })
  expect(await main(['due', '--today', '2026-11-30'], host)).toBe(1)
  expect(host.output().stdout).toContain('1 generated files of "lead-sync" are not up to date')
})

function tell(own: Secret, today: string): readonly string[] {
  const { project } = exampleWorkspace()
  if (project === undefined) throw new Error('the examples have no project')
  return checkSecrets({ ...project, secrets: [own] }, today).map(
    ({ severity, message }) => `${severity} ${message}`,
  )
}

function secret(parts: Partial<Secret>): Secret {
  const nothing = { purpose: undefined, owner: undefined, rotateEvery: undefined }
  return { id: text('key'), ...nothing, overlap: undefined, expires: [], from: [], ...parts }
}

function text(value: string): LocatedText {
  return { value, at: AT, pieces: [{ start: 0, end: value.length, at: AT }] }
}
