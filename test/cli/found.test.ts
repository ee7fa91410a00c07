import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

type Files = Readonly<Record<string, string>>

const PROGRAM = 'programs/lead-sync-legacy/program.yaml'
const REPOSITORY = repositoryFiles()
const SPOILED: Files = {
  ...REPOSITORY,
  [PROGRAM]: (REPOSITORY[PROGRAM] ?? '').replace('tokenEncoding: Form/Url', 'tokenEncoding: None'),
}
const FULL = 'test lead-sync-legacy --env prod-consumer --runs 300 --seed 1 --target schema'

interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly files: Files
}

async function run(
  words: string,
  files: Files,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const host = memoryHost({ files, seed: 1, environment })
  const exitCode = await main(words.split(' '), host)
  return { exitCode, ...host.output(), files: host.written() }
}

function foundIn(files: Files): readonly string[] {
  return Object.keys(files).filter((path) => path.includes('found/'))
}

test('a full run keeps each failure once, under its id', async () => {
  const { files, stdout } = await run(FULL, SPOILED)
  const paths = foundIn(files)
  expect(paths).toHaveLength(5)
  for (const path of paths) {
    const { id, status } = JSON.parse(files[path] ?? '')
    expect(path).toBe(`fixtures/found/${id}.json`)
    expect(status).toBe('open')
    expect(stdout).toContain(`hookbook test --replay ${id}`)
  }
})

test('a failure that environments share is kept once', async () => {
  const { files } = await run('test lead-sync-legacy --runs 300 --seed 1 --target schema', SPOILED)
  expect(foundIn(files)).toHaveLength(5)
})

test('the same run keeps the same bytes, and nothing of the machine or the day', async () => {
  const first = await run(FULL, SPOILED)
  const again = await run(FULL, SPOILED)
  expect(again.files).toEqual(first.files)
  const text = foundIn(first.files)
    .map((path) => first.files[path])
    .join('')
  expect(text).not.toContain('/work')
  expect(text).not.toMatch(/20\d\d-\d\d-\d\dT/)
})

test('a later run with another seed leaves what is kept as it is', async () => {
  const { files } = await run(FULL, SPOILED)
  expect((await run(FULL.replace('--seed 1', '--seed 9'), files)).files).toEqual(files)
})

test.each([
  ['CI is set', FULL, { CI: 'true' }, 'the variable CI is set'],
  ['--no-keep', `${FULL} --no-keep`, {}, '--no-keep'],
])('nothing is written, and it is said how to: %s', async (_name, words, environment, reason) => {
  const { files, stderr, stdout } = await run(words, SPOILED, environment)
  expect(files).toEqual(SPOILED)
  expect(stderr).toBe(
    `hookbook: 5 new cases not kept (${reason}); on your machine, run: hookbook test lead-sync-legacy --env prod-consumer --runs 300 --target schema --seed 1\n`,
  )
  expect(stdout).toContain('--seed 1 --path ')
})

test.each([
  ['--path', `${FULL} --path token/2/ampersand/0`],
  ['--only', `${FULL} --only body-parses`],
])('nothing is written and nothing said by %s', async (_name, words) => {
  const { files, stderr, exitCode } = await run(words, SPOILED)
  expect([exitCode, stderr]).toEqual([1, ''])
  expect(files).toEqual(SPOILED)
})

test('an empty CI, or false, is no CI', async () => {
  expect(foundIn((await run(FULL, SPOILED, { CI: '' })).files)).toHaveLength(5)
  expect(foundIn((await run(FULL, SPOILED, { CI: 'false' })).files)).toHaveLength(5)
})

test('in CI a case that passes is not marked', async () => {
  const { files } = await run(FULL, SPOILED)
  const mended = { ...files, [PROGRAM]: REPOSITORY[PROGRAM] ?? '' }
  const inCi = await run(FULL, mended, { CI: '1' })
  expect(inCi.files).toEqual(mended)
  expect(inCi.stderr).toContain('5 cases not marked as fixed (the variable CI is set)')
  const { files: marked } = await run(FULL, mended)
  expect(foundIn(marked).map((path) => JSON.parse(marked[path] ?? '').status)).toEqual(
    Array(5).fill('fixed'),
  )
})

test('nothing is marked while a definition has errors: what passes may not have been tested', async () => {
  const { files } = await run(FULL, SPOILED)
  const broken = {
    ...files,
    [PROGRAM]: (REPOSITORY[PROGRAM] ?? '').replace('method: POST', 'method: POST\n    metod: POST'),
  }
  const { files: after, exitCode } = await run(FULL, broken)
  expect(exitCode).toBe(1)
  expect(after).toEqual(broken)
})

test('check keeps and replays as test does', async () => {
  const { files } = await run('check lead-sync-legacy --runs 300 --seed 1 --target schema', SPOILED)
  expect(foundIn(files)).toHaveLength(5)
  const { stdout } = await run('check lead-sync-legacy --runs 300 --seed 1 --target schema', files)
  expect(stdout).toContain('5 found cases replayed: 5 still failing\n')
})

test.each([
  ['programs/project.yaml', '', 'fixtures/found/'],
  ['conf/project.yaml', '--config conf/project.yaml ', 'conf/fixtures/found/'],
  ['project.yaml', '', 'fixtures/found/'],
])('the usual place beside %s', async (project, config, folder) => {
  const at = project.replace('project.yaml', '')
  const moved = Object.fromEntries(
    Object.entries(SPOILED)
      .filter(([path]) => !path.includes('/generated/'))
      .map(([path, text]) => [path.replace(/^programs\//, at), text]),
  )
  const files = { ...moved, [project]: (moved[project] ?? '').replace(/^leads:.*$/m, '') }
  const after = await run(`${config}${FULL}`, files)
  expect(new Set(foundIn(after.files).map((path) => path.replace(/[^/]*$/, '')))).toEqual(
    new Set([folder]),
  )
})

test('the project may name another folder', async () => {
  const project = 'programs/project.yaml'
  const files = { ...SPOILED, [project]: `${SPOILED[project]}found: ../kept/found\n` }
  const after = await run(FULL, files)
  expect(foundIn(after.files)).toHaveLength(5)
  expect(foundIn(after.files).every((path) => path.startsWith('kept/found/'))).toBe(true)
})

test('a file of that name that is no case is left alone', async () => {
  const { files } = await run(FULL, SPOILED)
  const [path = ''] = foundIn(files)
  const spoiled = { ...files, [path]: '{}' }
  expect((await run(FULL, spoiled)).files).toEqual(spoiled)
})

test('only asked checks are counted', async () => {
  const { stdout } = await run(`${FULL} --only headers-are-legal --format json`, SPOILED)
  const [result] = JSON.parse(stdout).tests
  expect(result.checks.map(({ check }: { readonly check: string }) => check)).toEqual([
    'headers-are-legal',
  ])
})

test('the checks of answers can be asked alone, without a lead', async () => {
  const { stdout } = await run(`${FULL} --only mapping-resolves --format json`, SPOILED)
  const [result] = JSON.parse(stdout).tests
  expect([result.leads, result.failures]).toEqual([0, 0])
  expect(result.checks.map(({ check }: { readonly check: string }) => check)).toEqual([
    'mapping-resolves',
  ])
})
