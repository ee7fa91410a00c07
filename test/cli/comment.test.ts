import { expect, test, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

type Files = Readonly<Record<string, string>>

// Comparing contracts takes its time.
vi.setConfig({ testTimeout: 120_000 })

const BASE = repositoryFiles()
const PROGRAM = 'programs/lead-sync/program.yaml'

test('a changed payload: the steps, the broken contract, and pages that were not built', async () => {
  const { output, exitCode } = await comment(
    edited(PROGRAM, '{{lead.Id}},', '{{lead.Id}},\n        "country": {{lead.Country}},'),
  )
  expect(exitCode).toBe(0)
  expect(output).toContain('<!-- hookbook: acme-marketo -->\n\n## ❌ hookbook: acme-marketo\n')
  expect(output).toContain('**To do in Marketo: 3 steps by hand, 6 by hand or by the REST API.**')
  expect(output).toContain('In sandbox-emea, prod-apac, prod-emea, listed below.')
  expect(output).toContain(
    '**Breaking: 1 broken contract, 1 of 1 change.** First the endpoint, then Marketo.',
  )
  expect(output).toContain('**Checks: 1 error;** contract tests were not run.')
  expect(output.indexOf('Deactivate 01 Sync to CRM')).toBeLessThan(
    output.indexOf('Edit the webhook CRM Lead Sync'),
  )
})

test('a comment in the definition changes nothing in Marketo', async () => {
  const { output } = await comment(edited(PROGRAM, 'revision:', '# looked at\nrevision:'))
  expect(output).toContain('**To do in Marketo: nothing.**')
  expect(output).toContain('**Nothing changes in Marketo,** compared with main')
})

test('one environment is told alone', async () => {
  const head = edited(
    'programs/lead-sync/overlays/apac.yaml',
    'regionCode: APAC',
    'regionCode: JAPAC',
  )
  const one = await comment(head, ['--env', 'prod-apac'])
  expect(one.output).toContain('In prod-apac, listed below')
  const other = await comment(head, ['--env', 'prod-emea'])
  expect(other.output).toContain('**To do in Marketo: nothing.**')
  const none = await comment(head, ['--env', 'prod-apak'])
  expect(none).toMatchObject({ exitCode: 2, output: '' })
  expect(none.error).toContain('there is no environment "prod-apak"; did you mean "prod-apac"?')
})

test('where no revision can be read, the comment says so and tells what was found', async () => {
  const host = memoryHost({ files: BASE })
  expect(await main(['comment'], host)).toBe(0)
  const { stdout } = host.output()
  expect(stdout).toContain('## ❗')
  expect(stdout).toContain('**To do in Marketo: not known.** The project is in no git repository')
  expect(stdout).toContain('**Checks: no problems;**')
})

test('a revision that was typed and is not there is wrong use', async () => {
  const { exitCode, error } = await comment(BASE, ['mian'])
  expect(exitCode).toBe(2)
  expect(error).toBe('hookbook: there is no revision "mian"; did you mean "main"?\n')
})

test('definitions that cannot be read are never called unchanged', async () => {
  const { output } = await comment(edited(PROGRAM, 'webhooks:', 'webhoks:'))
  expect(output).toContain('## ❌')
  expect(output).toContain('**To do in Marketo: not known** of lead-sync, which cannot be read')
  expect(output).not.toContain('Remove the webhook')
})

test('reports of earlier commands are told, each finding once, with its test', async () => {
  const files = edited(
    'programs/lead-sync-legacy/program.yaml',
    'tokenEncoding: Form/Url',
    'tokenEncoding: None',
  )
  const host = memoryHost({ files, seed: 1 })
  const words = [
    'test',
    'lead-sync-legacy',
    '--env',
    'prod-consumer',
    '--runs',
    '10',
    '--target',
    'schema',
  ]
  expect(await main([...words, '--format', 'json:tests.json'], host)).toBe(1)
  const { output } = await comment(host.written(), ['--results', 'tests.json', 'tests.json'])
  expect(output).toMatch(/1 of 2 contract tests with .* leads failed|2 of 2 contract tests/)
  const rows = output.match(/\| error \| `body-parses` \|/g) ?? []
  expect(new Set(output.match(/^\| \d+ \| error .*$/gm)).size).toBeGreaterThan(0)
  expect(rows.length).toBe(new Set(output.match(/`body-parses` \| `[^`]*` \| [^|]*/g)).size)
  expect(output).toContain('The same again: `hookbook comment`')
  expect(output).toContain('The same again: `hookbook test lead-sync-legacy')
})

test('what is no report is wrong use', async () => {
  const files = { ...BASE, 'a.json': '{"formatVersion": 1}', 'b.json': 'x' }
  expect((await comment(files, ['--results', 'a.json'])).error).toContain(
    '"a.json" is no json report',
  )
  expect((await comment(files, ['--results', 'b.json'])).error).toContain('it is not JSON')
  expect((await comment(files, ['--results', 'c.json'])).error).toContain(
    'there is no report "c.json"',
  )
})

test('a credential that was typed is shown at neither end', async () => {
  const typed = edited(
    PROGRAM,
    'Authorization: {secret: crm-sync-key, format: "Bearer ${secret}"}',
    'Authorization: Bearer s3cr3t-typed-by-mistake',
  )
  const added = await comment(typed)
  expect(added.output).toContain('secrets-by-reference')
  expect(added.output).not.toContain('s3cr3t')
  const removed = await comment(BASE, [], typed)
  expect(removed.output).toContain('To do in Marketo')
  expect(removed.output).not.toContain('s3cr3t')
})

test('nothing is written but what --out names', async () => {
  const head = edited(PROGRAM, '{{lead.Id}},', '{{lead.Id}},\n        "country": {{lead.Country}},')
  const host = hostOf(head, BASE)
  expect(await main(['comment', '--out', 'out/comment.md'], host)).toBe(0)
  expect(host.output().stdout).toBe('')
  const { 'out/comment.md': text = '', ...others } = host.written()
  expect(text.startsWith('<!-- hookbook: acme-marketo -->')).toBe(true)
  expect(others).toEqual(head)
})

interface Told {
  readonly output: string
  readonly error: string
  readonly exitCode: number
}

async function comment(
  head: Files,
  words: readonly string[] = [],
  base: Files = BASE,
): Promise<Told> {
  const host = hostOf(head, base)
  const exitCode = await main(['comment', ...words], host)
  const { stdout, stderr } = host.output()
  return { output: stdout, error: stderr, exitCode }
}

function hostOf(head: Files, base: Files): ReturnType<typeof memoryHost> {
  const git = { revisions: { main: base, HEAD: base }, mergeBase: 'main' }
  return memoryHost({ files: head, git, seed: 1, now: Date.UTC(2026, 10, 26) })
}

function edited(path: string, before: string, after: string): Files {
  const text = BASE[path] ?? ''
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
  return { ...BASE, [path]: text.replace(before, () => after) }
}
