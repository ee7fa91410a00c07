import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCallLog } from '../../src/contract/live/call-log.ts'

/** What `npm test` has built: a real process can be killed, and ends at once. */
const BIN = 'dist/bin.cjs'
const folder = mkdtempSync(join(tmpdir(), 'hookbook-killed-'))
const log = join(folder, 'calls.ndjson')
let server: Server
let origin = ''
const seen = { calls: 0 }

beforeAll(async () => {
  server = createServer((message, response) => {
    message.resume()
    message.on('end', () => {
      seen.calls += 1
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end('{"status":"success","externalId":"crm-1"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

function start(...words: readonly string[]): ChildProcess {
  const fixed = ['test', 'lead-sync', '--env', 'sandbox-emea', '--seed', '1', '--endpoint', origin]
  return spawn(process.execPath, [BIN, ...fixed, ...words], {
    env: { ...process.env, CRM_SYNC_KEY_SANDBOX: 'pl4nted-s3cret' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

/** Waits until so many more calls have come in, then a little longer. */
async function afterCalls(count: number, child: ChildProcess): Promise<void> {
  const wanted = seen.calls + count
  while (seen.calls < wanted && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}

function linesOf(text: string): number {
  const reading = readCallLog(text)
  if (reading.status !== 'log') throw new Error('no log')
  return reading.lines.length
}

test('a run that is killed anywhere leaves a valid log, and the next one goes on after it', async () => {
  let lines = 0
  for (const count of [1, 2, 40, 333, 1000, 1777]) {
    const child = start('--log', log)
    await afterCalls(count, child)
    child.kill('SIGKILL')
    await ended(child)
    const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
    expect(linesOf(text)).toBeGreaterThanOrEqual(lines)
    expect(text).not.toContain('pl4nted-s3cret')
    lines = linesOf(text)
  }
  const child = start('--log', log, '--runs', '100')
  expect(await ended(child)).toBe(0)
  const text = readFileSync(log, 'utf8')
  expect(linesOf(text)).toBeGreaterThan(lines + 100)
  expect(text.endsWith('"isWhole":true}\n')).toBe(true)
}, 120_000)

test('Ctrl-C ends a run with what is known by then', async () => {
  const child = start('--rate', '50/s')
  let printed = ''
  child.stdout?.on('data', (data: Buffer) => (printed += data.toString('utf8')))
  await afterCalls(20, child)
  child.kill('SIGINT')
  expect(await ended(child)).toBe(130)
  expect(printed).toMatch(/interrupted after \d+ of 2,500 leads: what is said here is partial/)
  expect(printed).toContain('warning[verdict-known]')
}, 60_000)
