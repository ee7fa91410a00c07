import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gitRepository, type GitRepository } from '../support/git-repository.ts'
import { newPlace, pullRequestEvent, runScript, type Place, type Ran } from './run-script.ts'

// Each test installs nothing, but starts hookbook several times.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const BIN = join(process.cwd(), 'dist/bin.cjs')
const PROGRAM = 'programs/lead-sync/program.yaml'
const SAFE = [
  '"score": {{lead.Lead Score:default=0}}',
  '"score": {{lead.Lead Score:default=1}}',
] as const
const WRONG = ['{{lead.Email Address}}', '"{{lead.Email Address}}"'] as const

let repository: GitRepository
let place: Place

beforeEach(() => {
  repository = gitRepository()
  place = newPlace()
  hookbook('init', '.', '--no-github')
  repository.commit('a first project')
  repository.git('checkout', '--quiet', '-b', 'work')
})

afterEach(() => {
  place.remove()
})

test('a pull request of the repository itself: reports, a comment, findings for code scanning', async () => {
  change(SAFE)
  const { exitCode } = await check({ GITHUB_EVENT_PATH: event() })
  expect(exitCode).toBe(0)
  expect(outputs()).toEqual({
    artifact: 'hookbook-report',
    comment: join(place.folder, 'hookbook-comment'),
    folder: join(place.folder, 'hookbook-report'),
    'may-write': 'true',
    sarif: join(place.folder, 'hookbook-report/check.sarif'),
  })
  const comment = place.read('hookbook-comment/comment.md')
  expect(comment.startsWith('<!-- hookbook: my-marketo -->')).toBe(true)
  expect(comment).toContain('**Checks: no problems;** 2 contract tests with')
  expect(comment).toContain('Edit the webhook CRM Lead')
  expect(place.read('summary.md')).toContain('**To do in Marketo:')
  expect(place.read('summary.md')).toContain('✅ hookbook: no problems')
  const reports = readdirSync(join(place.folder, 'hookbook-report'))
  expect(reports).toEqual(
    expect.arrayContaining(['check.html', 'check.json', 'diff.md', 'runbooks']),
  )
  expect(existsSync(join(place.folder, 'hookbook-report/runbooks/index.html'))).toBe(true)
})

test('the run of a fork may only read, and leaves the comment for another workflow', async () => {
  change(SAFE)
  const { exitCode, output } = await check({ GITHUB_EVENT_PATH: event('somebody/webhooks') })
  expect(exitCode).toBe(0)
  expect(outputs()).toMatchObject({ 'may-write': 'false' })
  expect(place.read('hookbook-comment/pull-request.txt')).toBe('7\n')
  expect(readdirSync(join(place.folder, 'hookbook-comment'))).toEqual([
    'comment.md',
    'pull-request.txt',
  ])
  expect(output).toContain('::notice title=hookbook::this run may only read')
})

test('shards are put together; their report fails, stands beside the lines, and is told', async () => {
  change(WRONG)
  for (const shard of ['1/2', '2/2']) {
    const part = { HOOKBOOK_PART: 'test', HOOKBOOK_SHARD: shard, GITHUB_EVENT_PATH: event() }
    const { exitCode } = await check(part)
    expect(exitCode).toBe(0)
    expect(outputs()).toMatchObject({
      artifact: `hookbook-shard-${shard.replace('/', '-of-')}`,
      comment: '',
    })
  }
  renameSync(join(place.folder, 'hookbook-report'), join(place.folder, 'hookbook-shards'))
  const { exitCode, output } = await check({ HOOKBOOK_PART: 'report', GITHUB_EVENT_PATH: event() })
  expect(exitCode).toBe(1)
  const errors = output.match(/^::error file=.*$/gm) ?? []
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.length).toBeLessThanOrEqual(10)
  expect(errors[0]).toContain(`file=${PROGRAM},line=`)
  const comment = place.read('hookbook-comment/comment.md')
  expect(comment).toContain('2 of 2 contract tests with')
  expect(comment).toContain('tokens-unquoted')
})

test('linting alone compares the generated files too', async () => {
  repository.write({ 'programs/lead-sync/generated/contract.md': 'old\n' })
  const { exitCode, output } = await check({ HOOKBOOK_PART: 'lint', GITHUB_EVENT_PATH: event() })
  expect(exitCode).toBe(1)
  expect(output).toContain('1 generated file not up to date')
  expect(outputs()).toMatchObject({ artifact: 'hookbook-lint', comment: '' })
})

test('a push has nobody to comment for', async () => {
  const push = place.write('event.json', '{"ref": "x"}')
  const { exitCode } = await check({ GITHUB_EVENT_PATH: push, HOOKBOOK_PART: 'lint' })
  expect(exitCode).toBe(0)
  expect(outputs()).toMatchObject({ comment: '', 'may-write': 'true' })
})

test.each([
  [
    { HOOKBOOK_PART: 'everything' },
    'there is no part "everything"; known: all, lint, test, report',
  ],
  [{ HOOKBOOK_PART: 'report' }, 'no shard has left a report; look at the jobs that tested'],
])('%j is one sentence and no stack trace', async (variables, sentence) => {
  const { exitCode, output } = await check({ GITHUB_EVENT_PATH: event(), ...variables })
  expect(exitCode).toBe(2)
  expect(output).toBe(`::error title=hookbook::${sentence}\n`)
})

test('inputs are words and never a script', async () => {
  const runs = '1; touch planted'
  const { exitCode } = await check({
    GITHUB_EVENT_PATH: event(),
    HOOKBOOK_RUNS: runs,
    HOOKBOOK_PART: 'test',
    HOOKBOOK_SHARD: '1/2',
  })
  expect(exitCode).toBe(2)
  expect(existsSync(join(repository.folder, 'planted'))).toBe(false)
})

function hookbook(...words: readonly string[]): void {
  execFileSync(process.execPath, [BIN, ...words], { cwd: repository.folder, stdio: 'ignore' })
}

/** On the branch, built where that is possible, and committed. */
function change([before, after]: readonly [string, string]): void {
  const text = execFileSync('git', ['show', `main:${PROGRAM}`], {
    cwd: repository.folder,
    encoding: 'utf8',
  })
  if (!text.includes(before)) throw new Error(`${PROGRAM} does not hold ${before}`)
  const raised = text.replace(before, () => after).replace('revision: 1', 'revision: 2')
  repository.write({ [PROGRAM]: raised })
  hookbook('build')
  repository.commit('a change')
}

/** Of the repository itself, of a fork, or of one that is gone. */
function event(owner?: string | null): string {
  return place.write('event.json', pullRequestEvent(7, owner))
}

function check(variables: Readonly<Record<string, string>>): Promise<Ran> {
  const environment = {
    GITHUB_OUTPUT: place.write('outputs.txt', ''),
    GITHUB_STEP_SUMMARY: place.write('summary.md', ''),
    GITHUB_BASE_REF: 'main',
    RUNNER_TEMP: place.folder,
    HOOKBOOK_SEED: '1',
    HOOKBOOK_RUNS: '50',
    ...variables,
  }
  return runScript('check.mjs', environment, repository.folder)
}

function outputs(): Readonly<Record<string, string>> {
  const lines = place.read('outputs.txt').trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split('=', 2)))
}
