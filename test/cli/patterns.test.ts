import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { PATTERN_NAMES } from '../../src/cli/patterns/pattern-names.ts'
import { PATTERNS } from '../../src/cli/patterns/patterns.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'

/** What a command says in a folder with these files, and the files after it. */
async function run(
  words: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number; readonly output: string; readonly host: MemoryHost }> {
  const host = memoryHost({ files, seed: 1 })
  const exitCode = await main(words, host)
  const { stdout, stderr } = host.output()
  return { exitCode, output: `${stdout}${stderr}`, host }
}

async function projectWith(
  ...patterns: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  let files: Readonly<Record<string, string>> = {}
  for (const pattern of patterns) {
    const { exitCode, host } = await run(['init', '--no-github', '--pattern', pattern], files)
    expect(exitCode).toBe(0)
    files = host.written()
  }
  return files
}

test('every pattern is listed, by the name that is typed and by its file', () => {
  const names = PATTERNS.map(({ name }) => name)
  expect(names).toEqual(PATTERN_NAMES)
  const files = readdirSync('src/cli/patterns').map((file) => file.replace(/\.ts$/, ''))
  expect(names.filter((name) => !files.includes(name))).toEqual([])
})

test('help says of every pattern what it is for', async () => {
  const { output } = await run(['init', '--help'], {})
  for (const { name, summary } of PATTERNS)
    expect(output).toMatch(new RegExp(`${name} +${summary}`))
})

test.each(PATTERN_NAMES)('%s lints clean, tests clean and is built', async (pattern) => {
  const files = await projectWith(pattern)
  const { exitCode, output } = await run(['check', '--runs', '100', '--seed', '1'], files)
  expect(output).toContain('no problems')
  expect(exitCode).toBe(0)
})

/** The sentences of a definition, and how many of them are proven in a check. */
async function proofOf(
  pattern: string,
  [written, instead]: readonly [string, string] = ['', ''],
): Promise<{ readonly promised: number; readonly exitCode: number; readonly output: string }> {
  const files = await projectWith(pattern)
  const path = `programs/${pattern}/program.yaml`
  const text = files[path] ?? ''
  expect(text).toContain(written)
  const changed = { ...files, [path]: text.replace(written, instead) }
  const promised = text.slice(text.indexOf('guarantees:')).match(/^ {2}- /gm)?.length ?? 0
  const { exitCode, output } = await run(['check', '--runs', '10', '--seed', '1'], changed)
  return { promised, exitCode, output }
}

test.each(PATTERN_NAMES)('every guarantee that %s states is proven', async (pattern) => {
  const { promised, exitCode, output } = await proofOf(pattern)
  expect(promised).toBeGreaterThan(2)
  expect(output).toContain(`guarantees: ${promised} proven, 0 refuted, 0 unknown`)
  expect(exitCode).toBe(0)
})

test.each([
  ['lead-sync', 'newValue: success}', 'previousValue: ""}'],
  ['retry', 'errorType: Too Many Requests}', 'errorType: Bad Request}'],
  [
    'retry',
    'step: Change Score, score: Sync Attempts, change: "+1"',
    'step: Remove from List, list: CRM Retry Failed',
  ],
  [
    'alert',
    'step: Add to List, list: CRM Sync Failed',
    'step: Remove from List, list: CRM Sync Failed',
  ],
  [
    'enrichment',
    'response: {operator: not contains, value: enriched}',
    'response: {operator: contains, value: unknown}',
  ],
])('%s with %s spoiled is refuted', async (pattern, written, instead) => {
  const { exitCode, output } = await proofOf(pattern, [written, instead])
  expect(output).toMatch(/guarantees: \d+ proven, [1-9]\d* refuted/)
  expect(exitCode).toBe(1)
})

test('all patterns live in one project', async () => {
  const files = await projectWith(...PATTERN_NAMES)
  const { exitCode, output } = await run(['check', '--runs', '20', '--seed', '1'], files)
  expect(output).toContain('no problems')
  expect(exitCode).toBe(0)
})

test('a pattern is read by a burst: how often, and after how long it tries again', async () => {
  const files = await projectWith('retry')
  const { output } = await run(
    ['simulate', 'burst', 'retry', '--failing', '50%', '--leads', '100'],
    files,
  )
  expect(output.replaceAll(/\s+/g, ' ')).toContain('made again up to 3 times, each time after 1 h')
})

/** What is left when everything is at rest, whose calls ended so. */
async function restOf(pattern: string, ...words: readonly string[]): Promise<string> {
  const files = await projectWith(pattern)
  const lead = ['simulate', 'lead', pattern, '--env', 'live', '--lead', 'plain']
  const { output } = await run([...lead, ...words], files)
  return output.slice(output.indexOf('everything is at rest')).replaceAll(/ +/g, ' ')
}

test.each([
  ['retry', ['--outcome', '503'], 'calls 4 (503, 503, 503, 503)'],
  ['retry', ['--outcome', '503', '--outcome', 'success'], 'calls 2 (503, success)'],
  ['retry', ['--outcome', '400'], 'calls 1 (400)'],
  ['retry', ['--outcome', 'refusal'], 'calls 1 (refusal)'],
  ['retry', ['--outcome', '400'], 'lists CRM Retry Failed'],
  ['lead-sync', ['--outcome', 'success'], 'Lead Status "SAL"'],
  ['lead-sync', ['--outcome', 'timeout'], 'Lead Status "Engaged"'],
  ['lead-sync', ['--outcome', 'timeout'], 'lists CRM Sync Failed'],
  ['alert', ['--outcome', '500'], 'alerts marketing-ops@example.com'],
  ['alert', ['--campaign', 'resend'], 'calls 1 (success)'],
  ['enrichment', ['--outcome', 'success'], 'lists Enriched Companies'],
  ['enrichment', ['--outcome', 'refusal'], 'lists Enrichment Failed'],
])('%s, run with %j, ends with %s', async (pattern, words, end) => {
  expect(await restOf(pattern, ...words)).toContain(end)
})
