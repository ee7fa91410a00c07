import { beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'

const PROGRAM = 'programs/lead-sync/program.yaml'
const BASELINE = 'programs/hookbook-baseline.json'
const WORDS = ['--runs', '0', '--target', 'schema', '--no-keep', '--format', 'compact', '--quiet']

type Files = Readonly<Record<string, string>>

/** A first project, and the same with a fault that rules and tests both find. */
let sound: Files
let spoiled: Files

beforeAll(async () => {
  const host = memoryHost()
  await main(['init', '.'], host)
  sound = host.written()
  const program = sound[PROGRAM] ?? ''
  const fault = program.replace('{{lead.Email Address}},', '"{{lead.Email Address}}",')
  expect(fault).not.toBe(program)
  spoiled = { ...sound, [PROGRAM]: fault }
})

async function check(
  files: Files,
  ...words: readonly string[]
): Promise<{ readonly rules: readonly string[]; readonly files: Files }> {
  const host = memoryHost({ files })
  await main(['check', 'lead-sync', '--seed', '1', ...WORDS, ...words], host)
  const lines = host.output().stdout.split('\n').slice(0, -1)
  return { rules: lines.map((line) => line.split(' ')[2] ?? ''), files: host.written() }
}

test('a baseline of a check accepts failed contracts, whatever the leads are, and no old pages', async () => {
  const before = await check(spoiled)
  expect(new Set(before.rules)).toEqual(
    new Set(['generated-up-to-date', 'tokens-unquoted', 'body-parses']),
  )
  const updated = await check(before.files, '--update-baseline')
  expect(updated.rules).toEqual(['generated-up-to-date'])
  expect(updated.files[BASELINE]).toContain('"rule": "body-parses"')
  expect((await check(updated.files, '--seed', '2')).rules).toEqual(['generated-up-to-date'])
  expect((await check(updated.files, '--no-baseline')).rules).toEqual(before.rules)
}, 60_000)

test('linting forgets nothing that only a test can find', async () => {
  const { files } = await check(spoiled, '--update-baseline')
  const host = memoryHost({ files: { ...files, [PROGRAM]: sound[PROGRAM] ?? '' } })
  expect(await main(['lint', '--update-baseline', '--quiet'], host)).toBe(0)
  const left = JSON.parse(host.written()[BASELINE] ?? '').findings
  expect(left.map(({ rule }: { readonly rule: string }) => rule)).toEqual(['body-parses'])
}, 60_000)
