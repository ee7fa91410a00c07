import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const BASE = repositoryFiles()
const PROGRAM = 'programs/lead-sync/program.yaml'

interface Run extends ReturnType<MemoryHost['output']> {
  readonly exitCode: number
}

/** Runs `diff` on the example programs, of which some texts were replaced since the last commit. */
async function diff(
  words: readonly string[],
  edits: readonly (readonly [path: string, before: string, after: string])[] = [],
): Promise<Run> {
  const files: Record<string, string> = { ...BASE }
  for (const [path, before, after] of edits) {
    const text = files[path] ?? ''
    if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
    files[path] = text.replace(before, () => after)
  }
  const git = { revisions: { main: BASE, HEAD: BASE, empty: {} }, mergeBase: 'main' }
  const host = memoryHost({ files, git })
  const exitCode = await main(['diff', ...words], host)
  return { ...host.output(), exitCode }
}

const URL_EDIT = [PROGRAM, '${crmHost}/v1/leads', '${crmHost}/v2/leads'] as const
const SIGNALS_EDIT = ['programs/sales-signals/program.yaml', 'revision: ', 'revision: 1'] as const

test('an exit code of its own says that something changes, where it is asked for', async () => {
  expect((await diff(['--exit-code'])).exitCode).toBe(0)
  expect((await diff(['--exit-code'], [URL_EDIT])).exitCode).toBe(10)
  expect((await diff([], [URL_EDIT])).exitCode).toBe(0)
})

test('one environment or one program is looked at alone', async () => {
  const sandbox = await diff(['--env', 'sandbox-emea'], [URL_EDIT])
  expect(sandbox.stdout).toContain('crm-gateway.sandbox.example.com/v2/leads')
  expect(sandbox.stdout).not.toContain('crm-gateway.example.com')
  const program = await diff(['--program', 'sales-signals'], [URL_EDIT, SIGNALS_EDIT])
  expect(program.stdout).not.toContain('lead-sync')
  expect(program.stdout).toContain('revision')
})

test('what is half-typed is answered with the nearest name', async () => {
  const table: readonly (readonly [words: readonly string[], sentence: string])[] = [
    [
      ['--env', 'sandbox-emae'],
      'there is no environment "sandbox-emae"; did you mean "sandbox-emea"?',
    ],
    [['--program', 'leadsync'], 'there is no program "leadsync"; did you mean "lead-sync"?'],
    [
      ['lead-sync'],
      'there is no revision "lead-sync"; to look at one program: --program lead-sync',
    ],
    [['mian'], 'there is no revision "mian"; did you mean "main"?'],
    [
      ['--environments', 'prod-emea'],
      '--environments takes two: --environments sandbox-emea prod-emea',
    ],
    [['--format', 'sarif'], 'diff has no format "sarif"; it has: pretty, markdown, json'],
  ]
  for (const [words, sentence] of table) {
    expect(await diff(words)).toEqual({
      stdout: '',
      stderr: `hookbook: ${sentence}\n`,
      exitCode: 2,
    })
  }
})

test('two environments of one revision are compared without saying who acts', async () => {
  const { stdout, exitCode } = await diff(['--environments', 'prod-emea', 'prod-apac'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('from prod-emea to prod-apac')
  expect(stdout).toContain('~ My Token Region Code\n      - EMEA\n      + APAC\n')
  expect(stdout).not.toContain('who acts')
  const same = await diff(['main', '--environments', 'prod-emea', 'prod-emea'])
  expect(same.stdout).toContain('no difference in meaning')
})

test('a project that was not there yet is new with all its programs', async () => {
  const { stdout } = await diff(['empty'])
  expect(stdout).toContain('lead-sync\n  + program: additive')
  expect(stdout).toMatch(/\n3 changes in 3 programs: 3 additive\n/)
})

test('a project file that is not read ends in one sentence', async () => {
  const broken = await diff([], [['programs/project.yaml', 'subscriptions:', 'subscriptions']])
  expect(broken.exitCode).toBe(2)
  expect(broken.stderr).toMatch(
    /^hookbook: the working tree is not read: programs\/project\.yaml:\d+:\d+: /,
  )
  expect(broken.stderr.trimEnd()).not.toContain('\n')
})

test('a program that is not read is left out with a sentence, and the others are compared', async () => {
  const edits = [URL_EDIT, ['programs/sales-signals/program.yaml', 'title: ', 'title: "'] as const]
  const { stdout, exitCode } = await diff([], edits)
  expect(stdout).toMatch(
    /not compared: sales-signals, the working tree is not read: .*program\.yaml:\d+/,
  )
  expect(stdout).toContain('/v2/leads')
  expect(stdout).not.toContain('- program')
  expect(exitCode).toBe(1)
})

test('a credential that was typed is shown from neither end', async () => {
  const typed = 'Bearer sk-live-0123456789abcdef'
  const edit = [PROGRAM, '{secret: crm-sync-key, format: "Bearer ${secret}"}', typed] as const
  for (const format of ['pretty', 'markdown', 'json']) {
    const { stdout } = await diff(['--format', format], [edit])
    expect(stdout).toContain('header')
    expect(stdout).not.toContain('0123456789abcdef')
  }
})
