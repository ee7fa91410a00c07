import { beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { FORMATS } from '../../src/report/formats.ts'
import { repositoryFiles } from '../support/repository-files.ts'

type Files = Readonly<Record<string, string>>

const NAMES = FORMATS.map(({ name }) => name)

/** Programs as they are, and twins with a defect of each kind: found at once, late, by a schema, in an answer. */
const CASES: readonly (readonly [name: string, words: string, files: Files])[] = [
  ['a sound program, linted and built too', 'check lead-sync-legacy --runs 0', repositoryFiles()],
  [
    'sound leads drawn by chance',
    'test sales-signals --env prod-emea --runs 3000',
    repositoryFiles(),
  ],
  [
    'a form without its encoding',
    'test lead-sync-legacy --env prod-consumer --runs 1900',
    edited('lead-sync-legacy', 'tokenEncoding: Form/Url', 'tokenEncoding: None'),
  ],
  [
    'quotes around a token',
    'test lead-sync --env prod-emea --runs 50',
    edited('lead-sync', '{{lead.First Name}},', '"{{lead.First Name}}",'),
  ],
  [
    'a number without a default',
    'test lead-sync --runs 50 --target schema',
    edited('lead-sync', 'Lead Score:default=0', 'Lead Score'),
  ],
  [
    'a mapping that leads nowhere',
    'test lead-sync --runs 50',
    edited('lead-sync', 'externalId: CRM_Lead_Id__c', 'externalIds: CRM_Lead_Id__c'),
  ],
  [
    'failures that a comment accepts, one that nothing needs, and a rule that there is not',
    'check lead-sync --runs 50 --target schema',
    edited(
      'lead-sync',
      '    template: |',
      '    template: | # hookbook-ignore body-parses, values-survive, url-is-fixed, body-parse -- a test',
      edited('lead-sync', '{{lead.First Name}},', '"{{lead.First Name}}",'),
    ),
  ],
  [
    'found cases: failing, failing again, passing, stale and unreadable',
    'test lead-sync-legacy --runs 100 --target schema',
    await withFoundCases(),
  ],
]

describe.each(CASES)('%s', (_name, words, files) => {
  let whole: Run

  beforeAll(async () => {
    whole = await run(files, [...words.split(' '), '--seed', '7', ...formatWords('whole')])
  }, 120_000)

  test.each([1, 2, 5])(
    '%i shards put together are the whole run, byte for byte, in every form',
    async (count) => {
      const shards = await runShards(files, [...words.split(' '), '--seed', '7'], count)
      const all = Object.keys(shards).filter((name) => name.startsWith('shard-'))
      const merged = await run({ ...files, ...shards }, [
        'merge-reports',
        ...all.toReversed(),
        ...formatWords('merged'),
      ])
      expect(merged.exitCode).toBe(whole.exitCode)
      for (const name of NAMES)
        expect(merged.files[`merged.${name}`]).toBe(whole.files[`whole.${name}`])
    },
    120_000,
  )
})

const WORDS = ['test', 'lead-sync', '--runs', '10', '--target', 'schema', '--seed', '1']

describe('reports that do not belong together', () => {
  let files: Files

  beforeAll(async () => {
    const sound = repositoryFiles()
    const other = edited('lead-sync', 'title: Lead sync to the CRM', 'title: Another')
    files = {
      ...sound,
      ...renamed('', await runShards(sound, WORDS, 3)),
      ...renamed('other-', await runShards(other, WORDS, 3)),
      ...renamed('more-', await runShards(sound, [...WORDS, '--env', 'prod-emea'], 3)),
      ...renamed('five-', await runShards(sound, WORDS, 5)),
      'whole.json':
        (await run(sound, [...WORDS, '--format', 'json:whole.json'])).files['whole.json'] ?? '',
      'text.json': 'hello',
      'foreign.json': '{"tests": []}',
    }
    files = {
      ...files,
      'older-shard-1.json': (files['shard-1.json'] ?? '').replace(
        /"version": "[^"]+"/,
        '"version": "0.0.9"',
      ),
    }
  }, 120_000)

  test.each([
    ['shard-1.json shard-3.json', 'shard 2 of 3 is missing; name the report of every shard'],
    [
      'shard-1.json shard-2.json shard-1.json',
      '"shard-1.json" and "shard-1.json" are both shard 1 of 3',
    ],
    [
      'shard-1.json five-shard-2.json',
      '"shard-1.json" and "five-shard-2.json" do not belong together: one is of 3 shards and the other of 5',
    ],
    [
      'shard-1.json more-shard-2.json',
      '"shard-1.json" and "more-shard-2.json" do not belong together: one was made by "hookbook test lead-sync --runs 10 --target schema --seed 1" and the other by "hookbook test lead-sync --runs 10 --target schema --env prod-emea --seed 1"',
    ],
    [
      'shard-1.json other-shard-2.json shard-3.json',
      '"shard-1.json" and "other-shard-2.json" do not belong together: "programs/lead-sync/program.yaml" was another file when the other was made',
    ],
    [
      'other-shard-1.json other-shard-2.json other-shard-3.json',
      '"programs/lead-sync/program.yaml" is not what the shards have tested; run merge-reports in the same folder at the same commit',
    ],
    [
      'older-shard-1.json',
      '"older-shard-1.json" was made by hookbook 0.0.9; this is hookbook 0.1.0',
    ],
    ['nothing.json', 'there is no report "nothing.json"'],
    ['text.json', '"text.json" is no json report of this version of hookbook: it is not JSON'],
    [
      'foreign.json',
      '"foreign.json" is no json report of this version of hookbook: it lacks the member "formatVersion"',
    ],
    [
      'whole.json',
      '"whole.json" is not the report of a shard; make it with "hookbook test --shard i/n --format json:whole.json"',
    ],
  ])('%s', async (names, message) => {
    const { exitCode, stderr, stdout } = await run(files, ['merge-reports', ...names.split(' ')])
    expect(stderr).toBe(`hookbook: ${message}\n`)
    expect(stdout).toBe('')
    expect(exitCode).toBe(2)
  })
})

test.each([
  [['--shard', '1/3'], '--shard needs --seed, the same for every shard'],
  [['--shard', '1/3', '--seed', '1', '--path', 'plain'], '--path names one lead'],
  [['--shard', '0/3', '--seed', '1'], 'such as 1/3'],
  [['--shard', '4/3', '--seed', '1'], 'such as 1/3'],
  [['--shard', 'half', '--seed', '1'], 'such as 1/3'],
])('%j is refused', async (words, message) => {
  const { exitCode, stderr } = await run(repositoryFiles(), ['test', 'lead-sync', ...words])
  expect(stderr).toContain(message)
  expect(exitCode).toBe(2)
})

test('a shard says that it is one', async () => {
  const { stdout } = await run(repositoryFiles(), [...WORDS, '--shard', '2/3'])
  expect(stdout).toContain('from seed 1 (shard 2 of 3)')
})

interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly files: Files
}

/** Shards run on machines of a workflow, where nothing is kept. */
async function run(
  files: Files,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = { CI: 'true' },
): Promise<Run> {
  const host = memoryHost({ files, seed: 1, environment })
  const exitCode = await main(argv, host)
  return { exitCode, ...host.output(), files: host.written() }
}

/** What a machine of one's own has kept, one of it marked, spoiled and outdated by hand. */
async function withFoundCases(): Promise<Files> {
  const spoiled = edited('lead-sync-legacy', 'tokenEncoding: Form/Url', 'tokenEncoding: None')
  const words = 'test lead-sync-legacy --runs 100 --target schema --seed 3'.split(' ')
  const { files } = await run(spoiled, words, {})
  const paths = Object.keys(files).filter((path) => path.startsWith('fixtures/found/'))
  const [first = '', second = '', third = ''] = paths
  const program = 'programs/lead-sync-legacy/program.yaml'
  return {
    ...files,
    [first]: (files[first] ?? '').replace('"open"', '"fixed"'),
    [second]: '{',
    [third]: (files[third] ?? '').replace('"open"', '"fixed"'),
    [program]: (files[program] ?? '').replace('&phone={{lead.Phone Number}}', ''),
  }
}

/** The json reports of all shards: `shard-1.json` and so on. */
async function runShards(files: Files, words: readonly string[], count: number): Promise<Files> {
  const reports: Record<string, string> = {}
  for (let index = 1; index <= count; index++) {
    const name = `shard-${index}.json`
    const shard = ['--shard', `${index}/${count}`, '--format', `json:${name}`]
    reports[name] = (await run(files, [...words, ...shard])).files[name] ?? ''
  }
  return reports
}

function renamed(prefix: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]))
}

function formatWords(stem: string): readonly string[] {
  return NAMES.flatMap((name) => ['--format', `${name}:${stem}.${name}`])
}

function edited(
  program: string,
  before: string,
  after: string,
  files: Files = repositoryFiles(),
): Files {
  const path = `programs/${program}/program.yaml`
  const text = files[path] ?? ''
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
  return { ...files, [path]: text.replaceAll(before, () => after) }
}
