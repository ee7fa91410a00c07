import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { readCallLog } from '../../src/contract/live/call-log.ts'
import type { Host } from '../../src/host/host.ts'
import { nodeHost } from '../../src/host/node-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-live-'))
const SECRET = 'pl4nted-s3cret'
let server: Server
let origin = ''

/** Answers in no order at all: some at once, some later; what it refuses depends on the lead alone. */
beforeAll(async () => {
  let call = 0
  server = createServer((message, response) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      call += 1
      const lead = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      const [status, body] = answerTo(lead)
      const send = (): void => {
        if (status === 0) response.socket?.destroy()
        else response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
      }
      if (call % 3 === 0) send()
      else setTimeout(send, (call * 7) % 11)
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

function answerTo(lead: {
  readonly firstName: string
  readonly lastName: string
  readonly company: string
  readonly email: string
}): readonly [number, string] {
  const echo = JSON.stringify(lead)
  if (lead.firstName.includes('"')) return [422, echo]
  if (/[\u{10000}-\u{10ffff}]/u.test(lead.lastName)) return [500, echo]
  if (lead.company.includes('&') && lead.lastName !== 'a') return [0, '']
  if (lead.email.includes('<')) return [200, JSON.stringify({ status: 'success' })]
  return [200, JSON.stringify({ status: 'success', externalId: 'crm-1', message: 'taken' })]
}

interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

async function hookbook(words: string): Promise<Ended> {
  const real = nodeHost()
  const printed = { stdout: '', stderr: '' }
  const host: Host = {
    ...real,
    environment: { CRM_SYNC_KEY_SANDBOX: SECRET },
    stdout: {
      isTerminal: false,
      columns: 100,
      write: (text) => void (printed.stdout += text),
    },
    stderr: {
      isTerminal: false,
      columns: 100,
      write: (text) => void (printed.stderr += text),
    },
  }
  const exitCode = await main(words.split(' '), host)
  return { exitCode, ...printed }
}

const WORDS = 'test lead-sync --env sandbox-emea --seed 1 --runs 700'

test('the same seed gives the same report, byte for byte, at every width', async () => {
  const reports = new Map<number, string>()
  for (const width of [1, 4, 20]) {
    const log = join(folder, `width-${width}.ndjson`)
    const ended = await hookbook(
      `${WORDS} --endpoint ${origin} --width ${width} --log ${log} --format json`,
    )
    expect(ended).toMatchObject({ exitCode: 1, stderr: '' })
    reports.set(width, ended.stdout)
  }
  const first = reports.get(1) ?? ''
  expect(reports.get(4)).toBe(first)
  expect(reports.get(20)).toBe(first)
  const report: { readonly findings: readonly { readonly rule: string }[] } = JSON.parse(first)
  expect(report.findings.length).toBeGreaterThanOrEqual(4)
}, 120_000)

test('a log is added to, and neither it nor the report holds a secret or a value', async () => {
  const log = join(folder, 'added.ndjson')
  const words = `${WORDS} --runs 60 --endpoint ${origin} --log ${log}`
  const first = await hookbook(words)
  const torn = readFileSync(log, 'utf8').replace(/\n[^\n]*\n$/, '\n{"kind":"call","seque')
  writeFileSync(log, torn)
  const second = await hookbook(words)
  const text = readFileSync(log, 'utf8')
  const reading = readCallLog(text)
  if (reading.status !== 'log') throw new Error('no log')
  const kinds = reading.lines.map((line) => JSON.stringify(line).slice(0, 14))
  expect(kinds.filter((kind) => kind.includes('run'))).toHaveLength(2)
  expect(kinds.filter((kind) => kind.includes('end'))).toHaveLength(1)
  for (const printed of [text, first.stdout, second.stdout, first.stderr]) {
    expect(printed).not.toContain(SECRET)
    expect(printed).not.toContain('taken')
  }
  expect(text).not.toMatch(/firstName|crm-1|@/)
}, 60_000)

test('what is no log is left as it is', async () => {
  const file = join(folder, 'notes.txt')
  writeFileSync(file, 'remember the milk')
  const ended = await hookbook(`${WORDS} --endpoint ${origin} --log ${file}`)
  expect(ended).toMatchObject({
    exitCode: 2,
    stderr: `hookbook: "${file}" is not a log of calls: nothing is appended to it\n`,
  })
  expect(readFileSync(file, 'utf8')).toBe('remember the milk')
  const inside = await hookbook(`${WORDS} --endpoint ${origin} --log ${file}/log`)
  expect(inside.exitCode).toBe(2)
  expect(inside.stderr).toContain('a part of its path is a file')
})

test('a path of the endpoint stands for that of the definition', async () => {
  const ended = await hookbook(`${WORDS} --runs 3 --path plain --endpoint ${origin}/hooks/v2`)
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  expect(ended.stdout).toContain(`1 lead sent to ${origin}/hooks/v2 from seed 1`)
})
