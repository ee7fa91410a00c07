import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import type { TriageReport } from '../../src/triage/triage-report.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const FILES = repositoryFiles()
const NIGHT = 'fixtures/activities/night.csv'
const DEFINITION = 'programs/lead-sync/program.yaml'

type Files = Readonly<Record<string, string>>

test.each(['pretty', 'markdown', 'json', 'html'])(
  '%s shows nobody whose calls these were, unless somebody asks for it',
  async (format) => {
    const personal = [
      'example.com',
      '4711',
      '4719',
      '00Q5',
      'Example Ltd',
      '998877',
      'email is missing',
    ]
    const told = await output(['triage', NIGHT, '--format', format])
    for (const value of personal) expect(told, value).not.toContain(value)
    const asked = await output(['triage', NIGHT, '--format', format, '--show-values'])
    for (const value of ['4711', '00Q5', 'email is missing']) expect(asked, value).toContain(value)
  },
)

test('what comes in is read as a file is', async () => {
  const host = memoryHost({ files: FILES, stdin: FILES[NIGHT] ?? '' })
  await main(['triage', '-', '--format', 'json'], host)
  const { calls } = JSON.parse(host.output().stdout)
  expect(calls).toBe(15)
})

test('several exports are one, and a person is counted once', async () => {
  const report = await reported(['triage', NIGHT, NIGHT])
  expect(report).toMatchObject({ calls: 30, leads: 13 })
})

test('progress stands on a terminal, and nowhere else', async () => {
  const host = memoryHost({ files: FILES, isTerminal: true, now: 1_000 })
  await main(['triage', NIGHT], host)
  expect(host.output().stderr).toContain('reading fixtures/activities/night.csv 100 %: ')
  expect((await run(['triage', NIGHT], FILES)).stderr).toBe('')
  const quiet = memoryHost({ files: FILES, isTerminal: true, now: 1_000 })
  await main(['triage', NIGHT, '--quiet'], quiet)
  expect(quiet.output().stderr).toBe('')
})

test('without a project error types are explained, and it says what is not judged', async () => {
  const report = await reported(['triage', 'night.csv'], { 'night.csv': FILES[NIGHT] ?? '' })
  expect(report.calls).toBe(15)
  expect(report.again.resend).toBe(1)
  expect(report.notices).toEqual([
    'there is no project here, so responses and payloads are not judged: only error types are',
  ])
})

test('an export without a failure ends with 0, and one with a hole does not', async () => {
  const [header = '', good = ''] = (FILES[NIGHT] ?? '').split(/\n(?=\d)/)
  const clean = await run(['triage', 'a.csv'], { ...FILES, 'a.csv': `${header}\n${good}\n` })
  expect(clean.code).toBe(0)
  expect(clean.stdout).toContain('none of them failed')
  const torn = `${header}\n${good}\n1,2\n`
  expect((await run(['triage', 'a.csv'], { ...FILES, 'a.csv': torn })).code).toBe(1)
})

/** The template with another member, as it was attested once. */
const OLDER = (FILES[DEFINITION] ?? '')
  .replace(
    '"email": {{lead.Email Address}},\n',
    '"email": {{lead.Email Address}},\n        "phone": {{lead.Phone Number}},\n',
  )
  .replace('revision: 7', 'revision: 6')

test('payloads of a revision that was attested are told apart from those edited by hand', async () => {
  const before = { ...FILES, [DEFINITION]: OLDER }
  const git = { revisions: { old: before, HEAD: before } }
  const attesting = memoryHost({ files: before, git, now: Date.UTC(2026, 8, 1) })
  const words = ['attest', '--env', 'sandbox-emea', 'lead-sync', '--all', '--by', 'Ada']
  expect(await main(words, attesting)).toBe(0)
  const ledger = Object.entries(attesting.written()).filter(([path]) => path.includes('/ledger/'))
  expect(ledger.map(([, text]) => JSON.parse(text).commit)).toEqual([
    expect.stringMatching(/^[0-9a-f]{40}$/),
  ])
  const files = {
    ...FILES,
    ...Object.fromEntries(ledger),
  }
  const current = await payloads(files, NIGHT, git.revisions)
  expect(current).toEqual({ current: 13, 'by-hand': 1 })
  const unread = await payloads(files, NIGHT, { other: FILES })
  expect(unread).toEqual({ current: 13, unknown: 1 })
})

test('a payload of the older template is known by its revision', async () => {
  const before = { ...FILES, [DEFINITION]: OLDER }
  const revisions = { old: before, HEAD: before }
  const attesting = memoryHost({ files: before, git: { revisions }, now: Date.UTC(2026, 8, 1) })
  await main(['attest', '--env', 'sandbox-emea', 'lead-sync', '--all', '--by', 'Ada'], attesting)
  const ledger = Object.entries(attesting.written()).filter(([path]) => path.includes('/ledger/'))
  const payload =
    '{\n  "marketoId": 1,\n  "email": "a@example.com",\n  "phone": "1",\n  "firstName": "A",\n  "lastName": "B",\n  "company": "C",\n  "score": 1,\n  "region": "EMEA",\n  "syncedAt": "2026-11-26 02:00:00"\n}'
  const item = {
    leadId: 1,
    activityDate: '2026-11-26T02:00:00Z',
    activityTypeId: 110,
    primaryAttributeValue: 'CRM Lead Sync',
    attributes: [
      { name: 'Response', value: '{"status":"success","externalId":"1"}' },
      { name: 'Payload', value: payload },
    ],
  }
  const files = { ...FILES, ...Object.fromEntries(ledger), 'a.json': JSON.stringify(item) }
  expect(await payloads(files, 'a.json', revisions)).toEqual({ older: 1 })
})

async function payloads(
  files: Files,
  file: string,
  revisions: Readonly<Record<string, Files>>,
): Promise<Readonly<Record<string, number>>> {
  const host = memoryHost({ files, git: { revisions } })
  await main(['triage', file, '--format', 'json'], host)
  const report: TriageReport = JSON.parse(host.output().stdout)
  return Object.fromEntries(report.payloads.map(({ origin, calls }) => [origin.kind, calls]))
}

async function reported(words: readonly string[], files: Files = FILES): Promise<TriageReport> {
  return JSON.parse((await run([...words, '--format', 'json'], files)).stdout)
}

async function output(words: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(words, FILES)
  return stdout + stderr
}

async function run(
  words: readonly string[],
  files: Files,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const host = memoryHost({ files })
  const code = await main(words, host)
  return { code, ...host.output() }
}
