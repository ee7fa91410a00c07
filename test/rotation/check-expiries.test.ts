import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { checkExpiries } from '../../src/rotation/check-secrets.ts'
import { usedBy } from '../../src/rotation/used-secrets.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const SOON = '"crm-sync-key" in production expires in 30 days, on 2027-02-01'

/** What a check says of the secrets that a program sends. */
test.each([
  ['lead-sync', '2027-01-01', []],
  ['lead-sync', '2027-01-02', [`warning ${SOON}`]],
  [
    'lead-sync',
    '2027-02-01',
    [
      'warning "crm-sync-key" in sandbox expires in 28 days, on 2027-03-01',
      'warning "crm-sync-key" in production expires today',
    ],
  ],
  [
    'lead-sync',
    '2027-02-02',
    [
      'warning "crm-sync-key" in sandbox expires in 27 days, on 2027-03-01',
      'error "crm-sync-key" in production expired on 2027-02-01, 1 day ago',
    ],
  ],
  ['lead-sync-legacy', '2027-02-02', []],
])('%s on %s: %j', (program, today, said) => {
  const { project, programs } = exampleWorkspace()
  if (project === undefined) throw new Error('there is no project')
  const isUsed = usedBy(programs.filter(({ id }) => id === program))
  const found = checkExpiries(project, { today, isUsed })
  expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual(said)
})

test('a secret that no webhook sends in a subscription refuses no call there', () => {
  const { programs } = exampleWorkspace()
  const isUsed = usedBy(programs)
  expect(isUsed('crm-sync-key', 'production')).toBe(true)
  expect(isUsed('crm-sync-key', 'elsewhere')).toBe(false)
  expect(isUsed('nobody-knows', 'production')).toBe(false)
})

test('check fails when a secret has expired, and not a day before', async () => {
  const check = async (today: string, project?: string): Promise<string> => {
    const files = repositoryFiles()
    const path = 'programs/project.yaml'
    const host = memoryHost({ files: { ...files, [path]: project ?? files[path] ?? '' } })
    const words = ['check', 'lead-sync', '--runs', '1', '--seed', '1', '--format', 'compact']
    const code = await main([...words, '--no-keep', '--today', today], host)
    const told = host
      .output()
      .stdout.split('\n')
      .filter((line) => line.includes('secret-in-time'))
    return [code, ...told].join('\n')
  }
  const expired =
    'programs/project.yaml:30:48: error secret-in-time "crm-sync-key" in production expired on 2027-02-01, 1 day ago'
  expect(await check('2026-11-26')).toBe('0')
  expect(await check('2027-01-02')).toBe(
    `0\nprograms/project.yaml:30:48: warning secret-in-time ${SOON}`,
  )
  expect(await check('2027-02-02')).toContain(`1\n`)
  expect(await check('2027-02-02')).toContain(expired)
  const weighed = `${repositoryFiles()['programs/project.yaml'] ?? ''}\nseverities: {secret-in-time: 'off'}\n`
  expect(await check('2027-02-02', weighed)).toBe('0')
}, 60_000)

test('a day that is none is wrong use', async () => {
  const host = memoryHost({ files: repositoryFiles() })
  expect(await main(['check', '--today', 'soon'], host)).toBe(2)
  expect(host.output().stderr).toContain('"soon" is no day of the calendar; write it as 2026-11-26')
})
