import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHostOptions } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const FILES = repositoryFiles()
const GIT = { revisions: { HEAD: FILES, main: FILES, 'release-7': FILES } }

/** What is offered for the last word, each with what it is about. */
async function offered(
  words: readonly string[],
  options: MemoryHostOptions = { files: FILES, git: GIT },
): Promise<readonly string[]> {
  const host = memoryHost({ environment: { SECRET: 'pl4nted-s3cret' }, ...options })
  const exitCode = await main(['complete', '--', ...words], host)
  const { stdout, stderr } = host.output()
  expect([exitCode, stderr]).toEqual([0, ''])
  return stdout.split('\n').filter((line) => line !== '')
}

async function values(...words: readonly string[]): Promise<readonly string[]> {
  return (await offered(words)).map((line) => line.split('\t')[0] ?? '')
}

test('commands begin as they are typed, and what is hidden stays so', async () => {
  expect(await values('com')).toContain('compatibility')
  expect(await values('')).not.toContain('complete')
  expect(await values('docs', '')).toEqual(['build', 'check', 'serve'])
  expect(await values('docs', 'check', 'x')).toEqual([])
})

test.each<readonly [what: string, words: readonly string[], expected: readonly string[]]>([
  ['programs', ['lint', 'lead-'], ['lead-sync', 'lead-sync-legacy']],
  ['one program more', ['lint', 'lead-sync', 'sales'], ['sales-signals']],
  ['environments', ['show', 'lead-sync', '--env', 'sandbox-e'], ['sandbox-emea']],
  ['environments behind "="', ['show', '--env=sandbox-e'], ['--env=sandbox-emea']],
  ['environments where "=" is a word', ['show', '--env', '=', 'sandbox-e'], ['sandbox-emea']],
  ['choices', ['lint', '--fail-level', 'w'], ['warning']],
  ['formats', ['lint', '--format', 'js'], ['json']],
  ['options', ['show', '--prov'], ['--provenance']],
  ['options of all commands', ['show', '--conf'], ['--config']],
  ['rules', ['explain', 'tokens-unq'], ['tokens-unquoted']],
  ['checks', ['explain', 'contract-comp'], ['contract-compatible']],
  ['contract checks', ['test', '--only', 'body-par'], ['body-parses']],
  ['schemas', ['schema', 'pro'], ['project', 'program']],
  ['shells', ['completion', 'z'], ['zsh']],
  ['revisions', ['compatibility', 'rel'], ['release-7']],
  ['webhooks', ['test', '--webhook', 'crm'], ['crm-lead-sync']],
  ['leads', ['fire', 'lead-sync', '--lead', 'quotes-and-b'], ['quotes-and-backslashes']],
  ['nothing where text is free', ['test', '--seed', ''], []],
  ['nothing for files', ['merge-reports', 'x'], []],
])('completes %s', async (_what, words, expected) => {
  expect(await values(...words)).toEqual(expected)
})

test('found cases are offered', async () => {
  const path = 'programs/lead-sync/program.yaml'
  const spoiled = FILES[path]?.replace('{{lead.First Name}},', '"{{lead.First Name}}",') ?? ''
  const host = memoryHost({ files: { ...FILES, [path]: spoiled }, seed: 1 })
  await main(['test', 'lead-sync', '--runs', '10', '--target', 'schema'], host)
  const files = host.written()
  const lines = await offered(['test', '--replay', ''], { files })
  const ids = lines.map((line) => line.split('\t')[0] ?? '')
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) {
    expect(Object.keys(files).some((each) => each.endsWith(`found/${id}.json`))).toBe(true)
  }
})

test('without a project or a repository nothing is said', async () => {
  for (const words of [
    ['lint', ''],
    ['show', '--env', ''],
    ['compatibility', ''],
  ]) {
    expect(await offered(words, { files: {} })).toEqual([])
  }
  expect((await offered(['li'], { files: {} })).length).toBe(1)
})

test('the project that is named on the line is asked', async () => {
  const files = Object.fromEntries(
    Object.entries(FILES).map(([path, text]) => [`deep/${path}`, text]),
  )
  const words = ['lint', '--config', 'deep/programs/project.yaml', 'sales']
  expect(await offered(words, { files })).toHaveLength(1)
})

test('a name that a shell would obey is not offered', async () => {
  const project = FILES['programs/project.yaml'] ?? ''
  const hostile = project.replace('  sandbox-emea:', '  "$(touch x)":')
  const files = { ...FILES, 'programs/project.yaml': hostile }
  expect(project).not.toBe(hostile)
  const lines = await offered(['show', '--env', ''], { files })
  expect(lines.join('\n')).not.toContain('touch')
})

test('no secret is offered', async () => {
  const lines = await offered(['fire', '--'])
  expect(lines.join('\n')).not.toContain('pl4nted-s3cret')
})
