import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { decodeCaptures } from '../../../src/capture/decode-captures.ts'
import { LEAD_HEADERS, leadBody, SERVED_SECRET } from '../../support/opened-service.ts'
import { selfSigned } from '../../support/self-signed.ts'

const BIN = resolve('dist/bin.cjs')
const folder = mkdtempSync(join(tmpdir(), 'hookbook-served-'))
const started: ChildProcess[] = []

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly origin: string
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
}

/** A real process, whose sockets are real. */
async function start(words: readonly string[]): Promise<Started> {
  const child = spawn(
    process.execPath,
    [BIN, 'serve', 'lead-sync', '--env', 'sandbox-emea', '--port', '0', ...words],
    { env: { ...process.env, CRM_SYNC_KEY_SANDBOX: SERVED_SECRET } },
  )
  started.push(child)
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const origin = await new Promise<string>((found, failed) => {
    let text = ''
    child.stderr.on('data', (part) => (text += String(part)))
    child.stdout.on('data', (part) => {
      text += String(part)
      const match = / at (https?:\S+) \(Ctrl-C/.exec(text)?.[1]
      if (match !== undefined) found(match)
    })
    void ended.then(() => failed(new Error(text)))
  })
  return { origin, child, ended }
}

async function send(origin: string, marketoId: number): Promise<unknown> {
  const response = await fetch(`${origin}/v1/leads`, {
    method: 'POST',
    headers: LEAD_HEADERS,
    body: leadBody(marketoId),
  })
  return response.json()
}

test('kill -9 under load loses no request that was acknowledged', async () => {
  const file = join(folder, 'captures.jsonl')
  const first = await start(['--captures', file])
  const acknowledged = new Map<number, unknown>()
  let next = 1
  const worker = async (): Promise<void> => {
    for (;;) {
      const marketoId = next++
      try {
        acknowledged.set(marketoId, await send(first.origin, marketoId))
      } catch {
        return
      }
      if (acknowledged.size === 300) first.child.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 20 }, worker))
  await first.ended
  expect(acknowledged.size).toBeGreaterThanOrEqual(300)

  const { calls } = decodeCaptures(readFileSync(file, 'utf8'))
  const kept = new Map(
    calls.map(({ request, answer }) => [
      JSON.parse(request.body ?? '').marketoId,
      JSON.parse(answer?.body ?? ''),
    ]),
  )
  const lost = [...acknowledged].filter(
    ([marketoId, answer]) => JSON.stringify(kept.get(marketoId)) !== JSON.stringify(answer),
  )
  expect(lost).toEqual([])

  const second = await start(['--captures', file])
  const [[marketoId, answer] = [0, undefined]] = [...acknowledged].slice(-1)
  expect(await send(second.origin, marketoId)).toEqual(answer)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  const after = decodeCaptures(readFileSync(file, 'utf8'))
  expect(after.problems).toEqual([])
  expect(after.calls.length).toBe(calls.length + 1)
})

test.each([
  ['plain HTTP', false],
  ['TLS', true],
])('over %s, the endpoint passes the test of endpoints', async (_name, isTls) => {
  const { certificate, key } = selfSigned()
  const [cert, own] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(cert, certificate)
  writeFileSync(own, key, { mode: 0o600 })
  const tls = isTls ? ['--tls-cert', cert, '--tls-key', own] : []
  const { origin, child, ended } = await start(tls)
  expect(origin).toMatch(isTls ? /^https:/ : /^http:/)
  const words = ['test', 'lead-sync', '--env', 'sandbox-emea', '--endpoint', origin]
  const tested = await run([...words, '--seed', '1', '--runs', '400'], cert)
  expect(tested.output).toContain('no problems')
  expect(tested.code).toBe(0)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('what was captured is sent again, and judged by what is answered now', async () => {
  const file = join(folder, 'replayed.jsonl')
  const first = await start(['--captures', file])
  for (const marketoId of [1, 2, 3]) await send(first.origin, marketoId)
  first.child.kill('SIGTERM')
  await first.ended
  const faulty = await start(['--fault', 'status-503', '--fault-every', '3'])
  const words = ['test', 'lead-sync', '--env', 'sandbox-emea', '--captures', file]
  const kept = await run(words, '')
  const replayed = await run([...words, '--endpoint', faulty.origin, '--format', 'compact'], '')
  faulty.child.kill('SIGTERM')
  await faulty.ended
  const gone = await run([...words, '--endpoint', faulty.origin], '')
  expect([kept.code, replayed.code, gone.code]).toEqual([0, 1, 4])
  expect(kept.output).toContain('3 captured requests, 3 answers; no problems')
  expect(replayed.output).toContain(
    'endpoint-accepts in 1 of 3 captured requests, the endpoint answers with status 503',
  )
  expect(gone.output).toContain('is not ready: nothing listens there')
})

function run(
  words: readonly string[],
  certificate: string,
): Promise<{ readonly code: number | string | undefined; readonly output: string }> {
  const env = {
    ...process.env,
    CRM_SYNC_KEY_SANDBOX: SERVED_SECRET,
    NODE_EXTRA_CA_CERTS: certificate,
  }
  return new Promise((done) => {
    execFile(process.execPath, [BIN, ...words], { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : (error.code ?? undefined), output: stdout + stderr })
    })
  })
}
