import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { main } from '../../src/cli/main.ts'
import type { Answer } from '../../src/emulate/answer.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { FORMATS } from '../../src/report/formats.ts'
import { leaksIn, type Written } from '../support/leaks-in.ts'
import {
  ANSWER_VALUES,
  LEAD_VALUES,
  NAMED_LEAD_VALUES,
  SECRET_VALUES,
  TYPED_SECRETS,
} from './markers.ts'
import { ECHOES } from './echoes.ts'
import { FAILING, SOUND, TYPED, type Files } from './planted-project.ts'

const EVERY_FORMAT = FORMATS.flatMap(({ name }) => ['--format', `${name}:out/report.${name}`])

interface Ran {
  readonly exitCode: number
  readonly outputs: readonly Written[]
  readonly files: Files
}

/** Runs a command; its outputs are all that it printed and every file that it wrote. */
async function run(
  argv: readonly string[],
  files: Files,
  endpoint?: {
    readonly option: '--to' | '--endpoint'
    readonly answer: (received: string) => Answer
  },
): Promise<Ran> {
  const host = memoryHost({ files, seed: 1, environment: SECRET_VALUES, isTerminal: true })
  const server =
    endpoint === undefined
      ? undefined
      : await host.serve((request) => endpoint.answer(JSON.stringify(request)))
  const words =
    server === undefined || endpoint === undefined
      ? argv
      : [...argv, endpoint.option, `${server.origin}/leads`]
  const exitCode = await main(words, host)
  const { stdout, stderr } = host.output()
  const after = host.written()
  const written = Object.entries(after).filter(([path, text]) => files[path] !== text)
  const name = argv.join(' ')
  return {
    exitCode,
    files: after,
    outputs: [
      { name: `${name} > stdout`, text: stdout },
      { name: `${name} > stderr`, text: stderr },
      ...written.map(([path, text]) => ({ name: `${name} > ${path}`, text })),
    ],
  }
}

const ALL = {
  ...SECRET_VALUES,
  ...TYPED_SECRETS,
  ...LEAD_VALUES,
  ...NAMED_LEAD_VALUES,
  ...ANSWER_VALUES,
}
const BUT_THE_NAMED_LEAD = { ...SECRET_VALUES, ...TYPED_SECRETS, ...LEAD_VALUES, ...ANSWER_VALUES }

test('there are more than twenty markers, and none is a part of another', () => {
  const texts = Object.values(ALL)
  expect(texts.length).toBeGreaterThan(30)
  expect(
    texts.filter((text) => texts.some((other) => other !== text && other.includes(text))),
  ).toEqual([])
})

/** Every command that shows no lead. */
const QUIET_COMMANDS: readonly string[] = [
  'lint',
  'lint --color',
  'due',
  'test --runs 10',
  'test --runs 10 --target schema --color',
  'check --runs 10 --target schema',
  'test sync --runs 10 --webhook lead --env live --shard 1/2 --seed 1 --format json:shard.json',
  'show sync --env live',
  'show sync --env live --provenance',
  'show sync --env live --answers',
  'explain',
  'explain secrets-by-reference',
  'schema project',
  'completion bash',
  'complete -- fire --lead',
  'doctor',
  'docs check',
  'plan --env live --verbose --out plan.json',
  'plan --env live --verbose --format markdown',
  'attest --env test --all --by Ada',
]

test.each(QUIET_COMMANDS)('a sound project gives nothing away: %s', async (command) => {
  const words = command.split(' ')
  const isReport = /^(?:lint|test|check|docs check)/.test(command)
  const built = (await run(['build'], SOUND)).files
  const { outputs, exitCode } = await run(words, built)
  expect(exitCode).toBe(0)
  expect(leaksIn(outputs, ALL)).toEqual([])
  if (!isReport) return
  const reports = await run([...words, ...EVERY_FORMAT], built)
  expect(reports.outputs.length).toBeGreaterThanOrEqual(FORMATS.length)
  expect(leaksIn(reports.outputs, ALL)).toEqual([])
})

/** By design (design.md, section 4), samples are made of the fixture lead `plain`: the sample files, and the runbook that quotes them. */
test('build shows the lead of the samples, and nothing else', async () => {
  const { outputs, exitCode, files } = await run(['build'], SOUND)
  expect(exitCode).toBe(0)
  expect(leaksIn(outputs, BUT_THE_NAMED_LEAD)).toEqual([])
  const others = outputs.filter(({ name }) => !/\.sample\.|runbook\.md$/.test(name))
  expect(leaksIn(others, ALL)).toEqual([])
  const moved = {
    ...files,
    'sync/program.yaml': (files['sync/program.yaml'] ?? '').replace('"title"', '"jobTitle"'),
  }
  const { outputs: difference } = await run(['build', '--check'], moved)
  expect(leaksIn(difference, BUT_THE_NAMED_LEAD)).toEqual([])
})

/** By design, pages show the lead of the samples, as the Markdown that they are made of does. */
test('docs build shows the lead of the samples on runbooks and contracts, and nothing else', async () => {
  const { outputs, exitCode } = await run(['docs', 'build', '--pdf'], SOUND)
  expect(exitCode).toBe(0)
  expect(outputs.filter(({ name }) => name.includes('site/')).length).toBeGreaterThan(5)
  expect(leaksIn(outputs, BUT_THE_NAMED_LEAD)).toEqual([])
  const others = outputs.filter(({ name }) => !/(?:live|test|contract)\.html$/.test(name))
  expect(others.some(({ name }) => name.endsWith('index.html'))).toBe(true)
  expect(leaksIn(others, ALL)).toEqual([])
})

/** By design, `fire --dry-run` shows the request of the lead that it is told to send. */
test('fire --dry-run shows the lead that is named, and nothing else', async () => {
  const { outputs, exitCode } = await run(
    'fire sync --lead plain --env live --dry-run'.split(' '),
    SOUND,
  )
  expect(exitCode).toBe(0)
  expect(leaksIn(outputs, NAMED_LEAD_VALUES)).not.toEqual([])
  expect(leaksIn(outputs, BUT_THE_NAMED_LEAD)).toEqual([])
})

test.each(Object.keys(ECHOES))(
  'fire tells nothing of what an endpoint answers: %s',
  async (name) => {
    const echo = ECHOES[name]
    if (echo === undefined) throw new Error(name)
    for (const program of ['sync', 'order']) {
      const { outputs, exitCode } = await run(
        `fire ${program} --lead plain --env live`.split(' '),
        SOUND,
        { option: '--to', answer: echo },
      )
      expect([0, 1, 4]).toContain(exitCode)
      expect(leaksIn(outputs, ALL)).toEqual([])
    }
  },
)

test.each(Object.keys(ECHOES))(
  'a test of a live endpoint tells and logs nothing of what it answers: %s',
  async (name) => {
    const echo = ECHOES[name]
    if (echo === undefined) throw new Error(name)
    const words = 'test sync --env live --runs 120 --log out/calls.ndjson --color'.split(' ')
    const endpoint = { option: '--endpoint', answer: echo } as const
    const { outputs, exitCode } = await run([...words, ...EVERY_FORMAT], SOUND, endpoint)
    expect(exitCode).toBeGreaterThan(0)
    expect(leaksIn(outputs, ALL)).toEqual([])
  },
  60_000,
)

test.each([
  'test --runs 10',
  'check --runs 10 --target schema',
  'test --runs 10 --target schema --color',
  'lint',
  'build --check',
])(
  'a failing project gives nothing away, neither in reports nor in found cases: %s',
  async (command) => {
    const words = command.split(' ')
    const first = await run(
      [...words, ...(command.startsWith('build') ? [] : EVERY_FORMAT)],
      FAILING,
    )
    expect(leaksIn(first.outputs, ALL)).toEqual([])
    const again = await run(words, first.files)
    expect(leaksIn(again.outputs, ALL)).toEqual([])
  },
)

test('a found case of a planted lead is replayed without a word of it', async () => {
  const { files } = await run(['test', '--runs', '10', '--target', 'schema'], FAILING)
  const found = Object.keys(files).filter((path) => path.includes('found/'))
  expect(found.length).toBeGreaterThan(3)
  for (const path of found) {
    const id = path.replace(/^.*\/|\.json$/g, '')
    const { outputs, exitCode } = await run(['test', '--replay', id, '--color'], files)
    expect(exitCode).toBe(1)
    expect(leaksIn(outputs, ALL)).toEqual([])
  }
})

const TYPED_COMMANDS: readonly string[] = [
  'lint',
  'lint --color',
  'lint --fix --dry-run',
  'fmt --diff',
  'due',
  'build',
  'build --check',
  'test --runs 10 --target schema',
  'check --runs 10 --target schema',
  'show headers --env live',
  'show headers --env live --provenance',
  'show headers --env live --answers',
  'show form --env live',
  'doctor',
  'docs build',
  'docs check',
  'plan --env live --verbose --out plan.json',
  'attest --env test --all --by Ada',
]

test.each(TYPED_COMMANDS)(
  'typed credentials are pointed at and never shown: %s',
  async (command) => {
    const words = command.split(' ')
    const { outputs } = await run(words, TYPED)
    expect(leaksIn(outputs, ALL)).toEqual([])
    if (!/^(?:lint|test|check)/.test(command)) return
    const reports = await run([...words, ...EVERY_FORMAT], TYPED)
    expect(leaksIn(reports.outputs, ALL)).toEqual([])
  },
)

test.each([
  ['FAILING', FAILING],
  ['TYPED', TYPED],
])('merged reports of shards show no more than those of a whole run: %s', async (_name, files) => {
  const words = ['test', '--runs', '10', '--target', 'schema', '--seed', '1']
  const first = await run([...words, '--shard', '1/2', '--format', 'json:1.json'], files)
  const second = await run([...words, '--shard', '2/2', '--format', 'json:2.json'], first.files)
  expect(leaksIn([...first.outputs, ...second.outputs], ALL)).toEqual([])
  const argv = ['merge-reports', '1.json', '2.json']
  const merged = await run([...argv, '--format', 'pretty', ...EVERY_FORMAT], second.files)
  expect(merged.exitCode).toBe(1)
  expect(leaksIn(merged.outputs, ALL)).toEqual([])
})

/** Typed credentials, and schemas that ask for these names. */
function asked(names: string): Files {
  // A place of a secret that is none is an error of the definition: then nothing is compared.
  return Object.fromEntries(
    Object.entries(TYPED).map(([path, text]) => [
      path,
      text
        .replaceAll('required: [id]', `required: ${names}`)
        .replaceAll(/from: \{.*\}/g, 'from: {}'),
    ]),
  )
}

test('a comparison of contracts shows no typed credential, in any form', async () => {
  const old = asked('[id]')
  const head = asked('[id, region]')
  const git = { revisions: { main: old, HEAD: old }, mergeBase: 'main' }
  const host = memoryHost({ files: head, git, seed: 1, environment: SECRET_VALUES })
  expect(await main(['compatibility', '--format', 'pretty', ...EVERY_FORMAT], host)).toBe(1)
  const written = Object.entries(host.written()).filter(([path]) => path.startsWith('out/'))
  const outputs = written.map(([name, text]) => ({ name, text }))
  expect(outputs.length).toBeGreaterThanOrEqual(FORMATS.length)
  const { stdout, stderr } = host.output()
  expect(stdout).toContain('contract-compatible')
  expect(leaksIn([...outputs, { name: 'stdout', text: stdout + stderr }], ALL)).toEqual([])
})

test.each([
  ['diff', '--format', 'pretty', '--format', 'markdown:out/diff.md', '--format', 'json:out/diff'],
  ['comment', '--out', 'out/comment.md'],
])('what changes is told without a credential that is typed: %s', async (...argv) => {
  const old = asked('[id]')
  const git = { revisions: { main: old, HEAD: old }, mergeBase: 'main' }
  const files = asked('[id, region]')
  const host = memoryHost({ files, git, seed: 1, environment: SECRET_VALUES })
  await main(argv, host)
  const written = Object.entries(host.written()).filter(([path]) => path.startsWith('out/'))
  const { stdout, stderr } = host.output()
  const outputs = [['terminal', stdout + stderr] as const, ...written]
  expect(outputs.some(([, text]) => text.includes('region'))).toBe(true)
  expect(
    leaksIn(
      outputs.map(([name, text]) => ({ name, text })),
      ALL,
    ),
  ).toEqual([])
})

test('the layout of a lead is told of, and no line of the lead', async () => {
  const { outputs, exitCode } = await run(['fmt', '--diff'], SOUND)
  expect(exitCode).toBe(1)
  expect(outputs.some(({ text }) => text.includes('leads/'))).toBe(true)
  expect(leaksIn(outputs, ALL)).toEqual([])
})

test('a first project gives nothing away', async () => {
  const { outputs, exitCode } = await run(['init', 'demo'], SOUND)
  expect(exitCode).toBe(0)
  expect(leaksIn(outputs, ALL)).toEqual([])
})

test('no command is left out: whoever adds one adds it to these tests', () => {
  const tests = readdirSync('test/secrecy').filter((name) => name.endsWith('.test.ts'))
  const source = tests.map((name) => readFileSync(`test/secrecy/${name}`, 'utf8')).join('\n')
  const absent = COMMANDS.map(({ name }) => name).filter(
    (name) => !new RegExp(`['\\s]${name}['\\s]`).test(source),
  )
  expect(absent).toEqual([])
})

test.each(['headers', 'form'])(
  'fire --dry-run shows no credential that is typed into %s',
  async (program) => {
    const { outputs, exitCode } = await run(
      `fire ${program} --lead plain --env live --dry-run`.split(' '),
      TYPED,
    )
    expect(exitCode).toBe(0)
    expect(leaksIn(outputs, BUT_THE_NAMED_LEAD)).toEqual([])
  },
)

test('lint points at every credential that is typed', async () => {
  const { outputs } = await run(['lint', '--format', 'compact'], TYPED)
  const lines = (outputs[0]?.text ?? '')
    .split('\n')
    .filter((line) => line.includes('secrets-by-reference') || line.includes('env:'))
  expect(lines.length).toBeGreaterThanOrEqual(Object.keys(TYPED_SECRETS).length - 1)
})
