import { expect, test } from 'vitest'
import { UsageError, type CommandContext } from '../../src/cli/command.ts'
import { openRevision } from '../../src/cli/open-revision.ts'
import { openSides, type Sides } from '../../src/cli/open-sides.ts'
import { memoryHost, type MemoryHostOptions } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const NOW = repositoryFiles()
const BEFORE = Object.fromEntries(
  Object.entries(NOW).filter(([path]) => !path.startsWith('programs/sales-signals/')),
)
const REVISIONS = { 'origin/main': BEFORE, 'old-tag': {}, HEAD: NOW }
const GIT = { revisions: REVISIONS, mergeBase: 'origin/main' }

function contextOf(options: MemoryHostOptions): CommandContext {
  return {
    host: memoryHost({ files: NOW, ...options }),
    options: { config: undefined, format: [], failLevel: 'error', color: false, quiet: false },
    argv: [],
  }
}

async function refusal(run: Promise<unknown>): Promise<string> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UsageError)) throw new Error('it was not refused')
  return error.message
}

function open(options: MemoryHostOptions, from?: string, to?: string): Promise<Sides> {
  return openSides(contextOf(options), from, to)
}

test('without words the default branch is compared with the working tree', async () => {
  const { base, head } = await open({ git: GIT })
  expect(base.name).toMatch(/^origin\/main \([0-9a-f]{7}\)$/)
  expect(base.workspace.programs.map(({ id }) => id)).toEqual(['lead-sync', 'lead-sync-legacy'])
  expect(head).toMatchObject({ name: 'the working tree', commit: undefined })
  expect(head.workspace.programs.length).toBe(3)
})

test('in a workflow the branch of the pull request is the default', async () => {
  const git = { revisions: { ...REVISIONS, 'origin/next': {} }, mergeBase: 'origin/next' }
  const { base } = await open({ git, environment: { GITHUB_BASE_REF: 'next' } })
  expect(base.name).toMatch(/^origin\/next /)
})

test('two revisions are named one by one, or with dots between them', async () => {
  for (const words of [
    ['old-tag', 'origin/main'],
    ['old-tag..origin/main', undefined],
  ] as const) {
    const { base, head } = await open({ git: GIT }, ...words)
    expect(base.workspace.project).toBeUndefined()
    expect(head.workspace.programs.length).toBe(2)
  }
  const { base, head } = await open({ git: GIT }, 'old-tag...')
  expect(base.workspace.programs.length).toBe(2)
  expect(head.workspace.programs.length).toBe(3)
  expect(await refusal(open({ git: GIT }, 'a..b', 'c'))).toBe(
    '"a..b" names both ends: leave out "c"',
  )
})

test('a revision is read at the path where the project is now, or where it was', async () => {
  const context = contextOf({ git: GIT })
  expect((await openRevision(context, 'origin/main')).project?.file).toBe('programs/project.yaml')
  const moved = Object.fromEntries(
    Object.entries(NOW).map(([path, text]) => [path.replace(/^programs\//, ''), text]),
  )
  const git = { revisions: { HEAD: NOW, main: moved } }
  expect((await openRevision(contextOf({ git }), 'main')).project?.file).toBe('project.yaml')
})

test('what stands in the way is one sentence that says what to do', async () => {
  const shallow = { ...GIT, isShallow: true }
  const branchless = { revisions: { HEAD: NOW } }
  const { HEAD: _, ...headless } = REVISIONS
  const table: readonly (readonly [MemoryHostOptions['git'], string | undefined, RegExp])[] = [
    ['no-git', undefined, /^git is not installed/],
    [undefined, undefined, /in no git repository.*"git init"/],
    ['untrusted', undefined, /safe\.directory "\/work"/],
    ['failed', undefined, /cannot read this repository: fatal/],
    [GIT, 'old-tga', /^there is no revision "old-tga"; did you mean "old-tag"\?$/],
    [GIT, 'something', /^there is no revision "something"$/],
    [shallow, 'something', /shallow clone.*fetch-depth: 0/],
    [{ ...shallow, mergeBase: 'gone' }, undefined, /have no common commit.*fetch-depth: 0/],
    [{ ...GIT, mergeBase: 'gone' }, undefined, /have no common commit.*unrelated/],
    [branchless, undefined, /no default branch.*name the revision/],
    [{ ...branchless, isShallow: true }, undefined, /no default branch.*fetch-depth: 0/],
    [{ revisions: headless }, undefined, /no commit yet/],
  ]
  for (const [git, from, sentence] of table) {
    const found = await refusal(open(git === undefined ? {} : { git }, from))
    expect(found).toMatch(sentence)
  }
})
