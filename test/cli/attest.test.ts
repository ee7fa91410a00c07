import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHost, type MemoryHostOptions } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const FILES = repositoryFiles()
const PAGE = FILES['programs/lead-sync/generated/manifest.json'] ?? ''
const FINGERPRINT = JSON.parse(PAGE).fingerprints['sandbox-emea'].slice(0, 12)
const DEFINITION = 'programs/lead-sync/program.yaml'

type Files = Readonly<Record<string, string>>

/** Runs a command line; gives the exit code, what was printed and the files afterwards. */
async function run(
  line: string,
  files: Files = FILES,
  options: MemoryHostOptions = {},
): Promise<
  { readonly exitCode: number; readonly files: Files } & ReturnType<MemoryHost['output']>
> {
  const host = memoryHost({ files, now: Date.parse('2026-11-26T14:20:00Z'), ...options })
  const exitCode = await main(line.split(' '), host)
  return { exitCode, files: host.written(), ...host.output() }
}

/** The lines of the ledger, as data. */
function ledger(files: Files): readonly Record<string, unknown>[] {
  return Object.entries(files)
    .filter(([path]) => /^programs\/lead-sync\/ledger\/.*\.jsonl$/.test(path))
    .flatMap(([, text]) => text.trim().split('\n'))
    .map((line) => JSON.parse(line))
}

interface Mark {
  readonly id: string
  readonly state: string
  readonly at?: string
}

function record(steps: readonly Mark[], parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    format: 'hookbook-run/1',
    program: 'lead-sync',
    environment: 'sandbox-emea',
    revision: 7,
    fingerprint: FINGERPRINT,
    who: 'CD',
    startedAt: '2026-11-26T13:58:00.000Z',
    steps: steps.map((mark) => ({ at: '2026-11-26T14:02:00.000Z', who: 'CD', ...mark })),
    checks: [],
    ...parts,
  })
}

const DIALOG = 'webhook.crm-lead-sync.dialog'
const HEADERS = 'webhook.crm-lead-sync.headers'

test('of a record only what is marked as done at last is attested', async () => {
  const text = record([
    { id: DIALOG, state: 'failed' },
    { id: DIALOG, state: 'done', at: '2026-11-26T14:03:00.000Z' },
    { id: HEADERS, state: 'done' },
    { id: HEADERS, state: 'open', at: '2026-11-26T14:03:00.000Z' },
    { id: 'campaign.sync.flow', state: 'skipped' },
    { id: 'prove.tell', state: 'done' },
  ])
  const { exitCode, files, stderr } = await run('attest --env sandbox-emea --record run.json', {
    ...FILES,
    'run.json': text,
  })
  expect(exitCode).toBe(0)
  expect(stderr).toContain('campaign.sync.flow is marked as skipped, and stays open')
  const [line] = ledger(files)
  expect(Object.keys(line?.['steps'] ?? {})).toEqual([DIALOG])
  expect(line).toMatchObject({ by: 'CD', at: '2026-11-26T14:20:00.000Z', isComplete: false })
})

test('records of one page are put together', async () => {
  const files = {
    ...FILES,
    'a.json': record([{ id: DIALOG, state: 'done' }]),
    'b.json': record([{ id: HEADERS, state: 'done' }]),
  }
  const after = await run('attest --env sandbox-emea --record a.json --record b.json', files)
  expect(Object.keys(ledger(after.files)[0]?.['steps'] ?? {})).toEqual([DIALOG, HEADERS])
})

test.each<readonly [string, string, string]>([
  [
    'another fingerprint',
    record([], { fingerprint: 'a'.repeat(12), revision: 6 }),
    'it was made with revision 6, fingerprint aaaaaaaaaaaa',
  ],
  [
    'another environment',
    record([], { environment: 'prod-emea' }),
    'it is about prod-emea, and --env says sandbox-emea',
  ],
  ['no record', '{}', 'it is JSON, but no run record'],
  ['torn', record([]).slice(0, 40), 'it is not JSON'],
  [
    'nothing done',
    record([{ id: DIALOG, state: 'failed' }]),
    'marks no step of the set-up of lead-sync as done',
  ],
])('a record is refused with its reason: %s', async (_, text, reason) => {
  const { exitCode, stderr, files } = await run('attest --env sandbox-emea --record run.json', {
    ...FILES,
    'run.json': text,
  })
  expect(exitCode).toBe(5)
  expect(stderr).toContain(reason)
  expect(ledger(files)).toEqual([])
})

test('a record without a name needs one', async () => {
  const files = { ...FILES, 'run.json': record([{ id: DIALOG, state: 'done' }], { who: '' }) }
  expect(await run('attest --env sandbox-emea --record run.json', files)).toMatchObject({
    exitCode: 2,
  })
  const named = await run('attest --env sandbox-emea --record run.json --by EF', files)
  expect(ledger(named.files)[0]).toMatchObject({ by: 'EF' })
})

test('at a terminal each step is asked for, and what was said is kept', async () => {
  const answers = ['Ada', 'y', 'what?', 'no', 'yes', 'q']
  const { files, stderr } = await run('attest --env sandbox-emea lead-sync', FILES, { answers })
  expect(stderr).toContain('1 of 26  Have the endpoint of CRM Lead Sync ready')
  const [line] = ledger(files)
  expect(line).toMatchObject({ by: 'Ada' })
  expect(Object.keys(line?.['steps'] ?? {})).toEqual([
    'endpoint.crm-lead-sync.ready',
    'endpoint.allowlist',
  ])
})

test('"all" answers for every step that follows', async () => {
  const options = { answers: ['n', 'a'] }
  const { files } = await run('attest --env sandbox-emea lead-sync --by Ada', FILES, options)
  expect(Object.keys(ledger(files)[0]?.['steps'] ?? {})).toHaveLength(25)
})

test('whoever leaves the terminal has attested nothing', async () => {
  const options = { answers: ['Ada', 'y'] }
  const after = await run('attest --env sandbox-emea lead-sync', FILES, options)
  expect(after.exitCode).toBe(130)
  expect(after.files).toEqual(FILES)
})

test('a dry run writes nothing', async () => {
  const after = await run('attest --env sandbox-emea lead-sync --all --by Ada --dry-run')
  expect(after).toMatchObject({ exitCode: 0, files: FILES })
  expect(after.stdout).toContain(
    'would write programs/lead-sync/ledger/20261126T142000Z-sandbox-emea-',
  )
})

test('what is attested later comes later, also where another clock was ahead', async () => {
  const first = await run('attest --env sandbox-emea lead-sync --step endpoint.allowlist --by A')
  const behind = { now: Date.parse('2026-11-26T14:00:00Z') }
  const then = await run('attest --env sandbox-emea lead-sync --all --by B', first.files, behind)
  expect(ledger(then.files).map(({ at }) => at)).toEqual([
    '2026-11-26T14:20:00.000Z',
    '2026-11-26T14:20:00.001Z',
  ])
})

test('the ledger holds no value of the definition', async () => {
  const { files } = await run('attest --env sandbox-emea lead-sync --all --by Ada')
  const text = JSON.stringify(ledger(files))
  for (const value of ['crm-gateway.example.com', 'CRM_SYNC_KEY', 'marketoId', 'SAL', 'every time'])
    expect(text).not.toContain(value)
})

/** A repository whose only commit holds the files. */
function committed(files: Files): MemoryHostOptions {
  return { git: { revisions: { HEAD: files } } }
}

test('the commit is kept only if it holds what is attested', async () => {
  const line = 'attest --env sandbox-emea lead-sync --all --by Ada'
  const clean = await run(line, FILES, committed(FILES))
  expect(ledger(clean.files)[0]?.['commit']).toMatch(/^[0-9a-f]{40}$/)
  const edited = { ...FILES, [DEFINITION]: (FILES[DEFINITION] ?? '').replace('/v1/', '/v2/') }
  const dirty = await run(line, edited, committed(FILES))
  expect(ledger(dirty.files)[0]?.['commit']).toBeUndefined()
})

test('with git a plan says what a field holds now and what it gets', async () => {
  const attested = await run(
    'attest --env sandbox-emea lead-sync --all --by Ada',
    FILES,
    committed(FILES),
  )
  const edited = {
    ...attested.files,
    [DEFINITION]: (FILES[DEFINITION] ?? '').replace('tokenEncoding: JSON', 'tokenEncoding: None'),
  }
  const line = 'plan --env sandbox-emea lead-sync'
  const { stdout } = await run(line, edited, committed(FILES))
  expect(stdout).toContain('Edit the webhook CRM Lead Sync: Request Token Encoding: JSON → None')
  const without = await run(`${line} --offline`, edited, committed(FILES))
  expect(without.stdout).toContain('Edit the webhook CRM Lead Sync\n')
  expect(without.stderr).toBe('')
  const shallow = await run(line, edited, { git: { revisions: { main: {} }, isShallow: true } })
  expect(shallow.stderr).toContain('is not in this clone')
})

test('a later way to take fingerprints changes nothing where git has the definition', async () => {
  const attested = await run(
    'attest --env sandbox-emea lead-sync --all --by Ada',
    FILES,
    committed(FILES),
  )
  const earlier = Object.fromEntries(
    Object.entries(attested.files).map(([path, text]) => [
      path,
      path.includes('/ledger/')
        ? text.replaceAll(/"(campaign\.[^"]+)":"[0-9a-f]{16}"/g, '"$1":"0123456789abcdef"')
        : text,
    ]),
  )
  const line = 'plan --env sandbox-emea lead-sync'
  expect((await run(line, earlier, committed(FILES))).stdout).toContain('nothing to do')
  expect((await run(`${line} --offline`, earlier)).stdout).toContain('01 Sync to CRM: flow')
})

test('a program whose definition is gone is retired from its ledger', async () => {
  const attested = await run('attest --env sandbox-emea lead-sync --all --by Ada')
  const gone = Object.fromEntries(
    Object.entries(attested.files).filter(
      ([path]) => !path.startsWith('programs/lead-sync/') || path.includes('/ledger/'),
    ),
  )
  const plan = await run('plan --env sandbox-emea lead-sync --allow-removals', gone)
  expect(plan.stdout).toContain('the definition is gone')
  expect(plan.stdout).toContain('Deactivate 01 Sync to CRM')
  expect(plan.stdout).toContain('Delete the webhook CRM Lead Sync')
  const all = 'attest --env sandbox-emea lead-sync --all --by Ada'
  expect((await run(all, gone)).exitCode).toBe(5)
  const retired = await run(`${all} --allow-removals`, gone)
  expect((await run('plan --env sandbox-emea lead-sync', retired.files)).stdout).toBe(
    'lead-sync in sandbox-emea: nothing to do\n',
  )
})

test('a damaged ledger is told of with its line, and the rest counts', async () => {
  const attested = await run('attest --env sandbox-emea lead-sync --all --by Ada')
  const [path = ''] = Object.keys(attested.files).filter((name) => name.includes('/ledger/'))
  const torn = { ...attested.files, [path]: `${attested.files[path] ?? ''}{"formatVersion":1,"pro` }
  const { stdout, stderr } = await run('plan --env sandbox-emea lead-sync', torn)
  expect(stdout).toContain('nothing to do')
  expect(stderr).toContain(`warning: ${path}:2: this line is no whole JSON`)
})

test('production is proven by a sandbox that was whole at this definition, whatever it needs now', async () => {
  const sandbox = await run('attest --env sandbox-emea lead-sync --all --by Ada')
  const overlay = 'programs/lead-sync/overlays/sandbox.yaml'
  const files = {
    ...sandbox.files,
    [overlay]: (FILES[overlay] ?? '').replace('crm-gateway', 'crm-other'),
  }
  expect(files[overlay]).not.toBe(FILES[overlay])
  const plan = await run('plan --env sandbox-emea lead-sync --exit-code', files)
  expect(plan.exitCode).toBe(10)
  expect(await run('attest --env prod-emea lead-sync --all --by Ada', files)).toMatchObject({
    exitCode: 0,
  })
})

test('the pages of HTML say who has attested them, and what is generated stays as it was', async () => {
  const attested = await run('attest --env sandbox-emea lead-sync --all --by Ada')
  const built = await run('docs build lead-sync', attested.files)
  const page = (files: Files): string => files['site/lead-sync/sandbox-emea.html'] ?? ''
  expect(page(built.files)).toContain('by Ada, 2026-11-26')
  expect(built.files['site/index.html']).toContain('by Ada, 2026-11-26')
  expect(built.files['site/lead-sync/prod-emea.html']).toContain('by nobody yet')
  expect(await run('build --check', attested.files)).toMatchObject({ exitCode: 0 })
  const edited = {
    ...attested.files,
    [DEFINITION]: (FILES[DEFINITION] ?? '').replace('/v1/', '/v2/'),
  }
  const rebuilt = await run('docs build lead-sync', edited)
  expect(page(rebuilt.files)).toContain('an older one: revision 7, 2026-11-26')
})
