import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LEAD_HEADERS, leadBody, SERVED_SECRET } from '../support/opened-service.ts'

const BIN = resolve('dist/bin.cjs')
const FRAMEWORK = 'node_modules/@google-cloud/functions-framework/build/src/main.js'

/** Each as its own platform runs it on a developer's machine. */
const RECEIVERS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['express', ['fixtures/receivers/express/index.mjs']],
  ['fastify', ['fixtures/receivers/fastify/index.mjs']],
  ['lambda', ['fixtures/receivers/lambda/local.mjs']],
  ['google-cloud', [FRAMEWORK, '--target=leads', '--source=fixtures/receivers/google-cloud']],
]

describe.each(RECEIVERS)('the reference receiver for %s', (_name, words) => {
  let child: ChildProcess
  let origin = ''

  beforeAll(async () => {
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    const env = { ...process.env, PORT: String(port), CRM_SYNC_KEY: SERVED_SECRET }
    child = spawn(process.execPath, words, { env, stdio: 'ignore' })
    await untilReady(origin)
  }, 60_000)

  afterAll(() => void child.kill('SIGKILL'))

  test('passes the test of endpoints', async () => {
    const tested = await hookbook(['--endpoint', origin, '--seed', '1', '--runs', '300'])
    expect(tested.output).toContain('no problems')
    expect(tested.code).toBe(0)
  }, 120_000)

  test.each<readonly [string, number, string, Readonly<Record<string, string>>, string]>([
    ['no secret', 401, 'not-authorized', { 'Content-Type': 'application/json' }, leadBody(1)],
    [
      'a wrong secret',
      401,
      'not-authorized',
      { ...LEAD_HEADERS, Authorization: 'Bearer no' },
      leadBody(1),
    ],
    ['another form', 422, 'not-a-lead', LEAD_HEADERS, leadBody(1, { score: 'Jane Marker' })],
    ['a member too much', 422, 'not-a-lead', LEAD_HEADERS, leadBody(1, { 'Jane Marker': 1 })],
  ])(
    'answers %s with a flat refusal, without a value',
    async (_what, status, code, headers, body) => {
      const response = await fetch(`${origin}/v1/leads`, { method: 'POST', headers, body })
      const text = await response.text()
      expect(response.status).toBe(status)
      expect(JSON.parse(text)).toMatchObject({ status: 'error', code })
      expect(Object.keys(JSON.parse(text))).toEqual(['status', 'code', 'message'])
      expect(text).not.toContain('Marker')
    },
  )

  test('answers another path with a body as well', async () => {
    const response = await fetch(`${origin}/v2`, {
      method: 'POST',
      headers: LEAD_HEADERS,
      body: '{}',
    })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 'error', code: 'no-such-path' })
  })
})

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => found(port))
    })
  })
}

async function untilReady(origin: string): Promise<void> {
  for (let nth = 0; nth < 400; nth++) {
    try {
      await fetch(origin)
      return
    } catch {
      await new Promise((next) => setTimeout(next, 100))
    }
  }
  throw new Error('the receiver does not listen')
}

function hookbook(
  words: readonly string[],
): Promise<{ readonly code: number | string | undefined; readonly output: string }> {
  const env = { ...process.env, CRM_SYNC_KEY_SANDBOX: SERVED_SECRET }
  const all = [BIN, 'test', 'lead-sync', '--env', 'sandbox-emea', ...words]
  return new Promise((done) => {
    execFile(process.execPath, all, { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : (error.code ?? undefined), output: stdout + stderr })
    })
  })
}
