import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeCapture } from '../../src/capture/encode-capture.ts'
import { serveOnLoopback } from '../../src/host/node-server.ts'
import { FORMATS } from '../../src/report/formats.ts'
import { leaksIn, type Written } from '../support/leaks-in.ts'
import { ECHOES } from './echoes.ts'
import {
  ANSWER_VALUES,
  LEAD_VALUES,
  NAMED_LEAD_VALUES,
  SECRET_VALUES,
  TYPED_SECRETS,
} from './markers.ts'
import { FAILING, SOUND, TYPED, type Files } from './planted-project.ts'

const BIN = resolve('dist/bin.cjs')
const BUT_THE_NAMED_LEAD = { ...SECRET_VALUES, ...TYPED_SECRETS, ...LEAD_VALUES, ...ANSWER_VALUES }
const ALL = { ...BUT_THE_NAMED_LEAD, ...NAMED_LEAD_VALUES }
const EVERY_FORMAT = FORMATS.flatMap(({ name }) => ['--format', `${name}:out/report.${name}`])
const MINUTE = 60_000

const root = mkdtempSync(join(tmpdir(), 'hookbook-secrecy-'))
const PROJECTS: Readonly<Record<string, Files>> = { sound: SOUND, failing: FAILING, typed: TYPED }

beforeAll(() => {
  for (const [name, files] of Object.entries(PROJECTS)) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name, path)), { recursive: true })
      writeFileSync(join(root, name, path), text)
    }
  }
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What a real process printed. */
function run(project: string, argv: readonly string[]): Promise<readonly Written[]> {
  const { CI: _ci, ...environment } = process.env
  const options = {
    cwd: join(root, project),
    env: { ...environment, ...SECRET_VALUES, FORCE_COLOR: '1' },
  }
  const name = `${project}: ${argv.join(' ')}`
  return new Promise((done) => {
    execFile(process.execPath, [BIN, ...argv], options, (_error, stdout, stderr) => {
      done([
        { name: `${name} > stdout`, text: stdout },
        { name: `${name} > stderr`, text: stderr },
      ])
    })
  })
}

/** Every file of a project that was not planted, those of every kind and in hidden folders too. */
function written(project: string): readonly Written[] {
  const folder = join(root, project)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ name: path, text: readFileSync(join(folder, path), 'utf8') }))
    .filter(({ name, text }) => PROJECTS[project]?.[name] !== text)
}

test(
  'nothing of secrets and leads in what real processes print and write',
  async () => {
    const failing = [
      await run('failing', ['test', '--runs', '10', '--color', ...EVERY_FORMAT]),
      await run('failing', ['check', '--runs', '10', '--target', 'schema']),
    ].flat()
    expect(
      written('failing').filter(({ name }) => name.includes('fixtures/found/')).length,
    ).toBeGreaterThan(3)
    expect(written('failing').length).toBeGreaterThan(FORMATS.length)
    expect(leaksIn([...failing, ...written('failing')], ALL)).toEqual([])
  },
  3 * MINUTE,
)

test(
  'nothing of typed credentials',
  async () => {
    const printed = [
      await run('typed', [
        'check',
        '--runs',
        '10',
        '--target',
        'schema',
        '--color',
        ...EVERY_FORMAT,
      ]),
      await run('typed', ['lint']),
      await run('typed', ['build']),
      await run('typed', ['show', 'headers', '--env', 'live', '--provenance']),
      await run('typed', ['doctor']),
    ].flat()
    expect(printed.map(({ text }) => text).join('')).toContain('secrets-by-reference')
    expect(leaksIn([...printed, ...written('typed')], ALL)).toEqual([])
  },
  3 * MINUTE,
)

test(
  'nothing of requests that were captured',
  async () => {
    const values = { ...LEAD_VALUES, ...ANSWER_VALUES }
    const lines = Object.entries(values).map(([name, value], nth) =>
      encodeCapture({
        version: 1,
        id: `r1-${nth}`,
        at: 0,
        request: {
          method: 'POST',
          url: `/leads?${encodeURIComponent(value)}`,
          headers: [
            ['Content-Type', 'application/json'],
            ['Authorization', value],
            ['X-Client-Id', value],
          ],
          body: JSON.stringify({ [value]: value, firstName: value, email: { [name]: value } }),
        },
        answer: { status: 200, reason: value, headers: [[value, value]], body: value },
      }),
    )
    const file = join(root, 'captures.jsonl')
    writeFileSync(file, [...lines, `{"version":1,"id":"${LEAD_VALUES['email']}\n`].join(''))
    const printed = await run('sound', ['test', '--captures', file, ...EVERY_FORMAT])
    const reports = written('sound')
    expect(reports.map(({ text }) => text).join('')).toContain('captured requests')
    expect(leaksIn([...printed, ...reports], ALL)).toEqual([])
  },
  3 * MINUTE,
)

test(
  'nothing of what real endpoints answer',
  async () => {
    for (const echo of Object.values(ECHOES)) {
      const received: string[] = []
      const server = await serveOnLoopback(({ headers, body }) => {
        received.push(JSON.stringify(headers), body ?? '')
        return echo(JSON.stringify({ headers, body }))
      })
      const words = [
        'fire',
        'sync',
        '--lead',
        'plain',
        '--env',
        'live',
        '--to',
        `${server.origin}/leads`,
      ]
      const printed = await run('sound', words)
      await server.close()
      expect(received.join('')).toContain(SECRET_VALUES['CLIENT_ID'])
      expect(printed.map(({ text }) => text).join('')).toMatch(/Marketo would/)
      expect(leaksIn(printed, ALL)).toEqual([])
    }
  },
  3 * MINUTE,
)

test(
  'a build writes the lead of its samples and nothing else',
  async () => {
    const printed = await run('sound', ['build'])
    expect(leaksIn(printed, ALL)).toEqual([])
    expect(leaksIn(written('sound'), BUT_THE_NAMED_LEAD)).toEqual([])
    expect(leaksIn(written('sound'), NAMED_LEAD_VALUES)).not.toEqual([])
  },
  MINUTE,
)
