import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Host } from '../../src/host/host.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'
import { nodeFiles } from '../../src/host/node-files.ts'
import { openNodeRepository } from '../../src/host/node-repository.ts'
import { gitRepository, type GitRepository } from '../support/git-repository.ts'
import { repositoryFiles } from '../support/repository-files.ts'

/** Runs `diff` in a folder of the disk, with the git of this machine. */
async function diff(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ReturnType<MemoryHost['output']> & { readonly exitCode: number }> {
  const memory = memoryHost({ environment })
  const host: Host = {
    ...memory,
    files: nodeFiles(folder),
    openRepository: (within) =>
      Promise.resolve(openNodeRepository(folder, within, { ...process.env, ...environment })),
  }
  const exitCode = await main(['diff', ...words], host)
  return { ...memory.output(), exitCode }
}

const PROGRAM = 'programs/lead-sync/program.yaml'

/** The example programs, committed on `main`, and a branch `feature` with another encoding. */
function exampleRepository(): GitRepository {
  const repository = gitRepository()
  const files = repositoryFiles()
  repository.write(files)
  repository.commit('one')
  repository.git('checkout', '--quiet', '-b', 'feature')
  const edited = (files[PROGRAM] ?? '').replace('tokenEncoding: JSON', 'tokenEncoding: None')
  repository.write({ [PROGRAM]: edited })
  repository.commit('two')
  return repository
}

test('a branch is compared with where it left main, whatever main has become since', async () => {
  const { folder, git, write, commit } = exampleRepository()
  git('checkout', '--quiet', 'main')
  write({ 'programs/project.yaml': 'later: and broken\n' })
  commit('later')
  git('checkout', '--quiet', 'feature')
  const { stdout, stderr } = await diff(folder, [])
  expect(stderr).toBe('')
  expect(stdout).toContain('~ Request Token Encoding: breaking')
  expect(stdout).toContain('1 change in 1 program')
})

test('it makes no difference from which folder it is asked', async () => {
  const { folder } = exampleRepository()
  const top = await diff(folder, ['main', 'feature'])
  const within = await diff(`${folder}/programs/lead-sync`, ['main..feature'])
  expect(within.stdout.replaceAll('../', 'programs/')).toBe(top.stdout)
})

test('a shallow clone of a pull request is told how it is made deep', async () => {
  const { folder } = exampleRepository()
  const clone = mkdtempSync(join(tmpdir(), 'hookbook-clone-'))
  execFileSync('git', [
    'clone',
    '--quiet',
    '--depth=1',
    '--branch=feature',
    `file://${folder}`,
    clone,
  ])
  const { stderr, exitCode } = await diff(clone, [], { GITHUB_BASE_REF: 'main' })
  expect(stderr).toMatch(/^hookbook: there is no "origin\/main" in this clone: .*fetch-depth: 0/)
  expect(exitCode).toBe(2)
})

test('nothing in the repository or beside it is written', async () => {
  const { folder, git } = exampleRepository()
  const before = [
    git('status', '--porcelain', '--ignored'),
    git('for-each-ref'),
    git('count-objects', '-v'),
  ]
  await diff(folder, ['--exit-code'])
  expect([
    git('status', '--porcelain', '--ignored'),
    git('for-each-ref'),
    git('count-objects', '-v'),
  ]).toEqual(before)
})
