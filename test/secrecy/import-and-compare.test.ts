import { expect, test } from 'vitest'
import { encodeCapture } from '../../src/capture/encode-capture.ts'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const SECRET = 'Zq7-secret-Marker-0099xyz'

async function outputOf(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const before = { ...repositoryFiles(), ...files }
  const host = memoryHost({ files: before, seed: 1, isTerminal: true })
  await main(argv, host)
  const { stdout, stderr } = host.output()
  const written = Object.entries(host.written()).filter(([path]) => !Object.hasOwn(before, path))
  return [stdout, stderr, ...written.map(([, text]) => text)].join('\n')
}

const HEADER = "-H 'Content-Type: application/json' -d '{}'"

test.each([
  [`curl https://a.example/leads -H 'Authorization: Bearer ${SECRET}' ${HEADER}`],
  [`curl https://a.example/leads -H 'X-Api-Key: two words ${SECRET}' ${HEADER}`],
  [`curl -u me:${SECRET} https://a.example/leads ${HEADER}`],
  [`curl https://me:${SECRET}@a.example/leads ${HEADER}`],
  [`curl 'https://a.example/leads?api_key=${SECRET}' ${HEADER}`],
  [
    `curl https://a.example/leads -d '{"password":"${SECRET}"}' -H 'Content-Type: application/json'`,
  ],
  [`curl https://a.example/leads -d 'client_secret=${SECRET}&a=b'`],
  [`curl https://a.example/leads -H 'Cookie: session=${SECRET}' ${HEADER}`],
])('a credential is in no output of import: %s', async (line) => {
  const files = { 'line.curl': line }
  for (const more of [[], ['--stdout'], ['--encoding', 'JSON']]) {
    const output = await outputOf(['import', 'line.curl', '--id', 'imported', ...more], files)
    expect(output).toContain('rendered again, the same')
    expect(output).not.toContain(SECRET)
    expect(output).not.toContain(btoa(`me:${SECRET}`))
  }
})

test('a list of several requests shows no credential of their addresses', async () => {
  const entry = (url: string): object => ({ request: { method: 'POST', url, headers: [] } })
  const log = {
    entries: [
      entry(`https://me:${SECRET}@a.example/x`),
      entry(`https://b.example/y?key=${SECRET}`),
      entry('https://c.example/hooks/AbCdEf0123456789Gh0123456789'),
    ],
  }
  const output = await outputOf(['import', 'a.har'], { 'a.har': JSON.stringify({ log }) })
  expect(output).toContain('name one with --entry')
  expect(output).not.toContain(SECRET)
  expect(output).not.toContain('AbCdEf0123456789')
})

test('a comparison shows no value of a person', async () => {
  const body = `{\n  "marketoId": 7,\n  "email": "marker@example.com",\n  "firstName": "Mark\\u0065r",\n  "name": "Marker" }`
  const capture = encodeCapture({
    version: 1,
    id: 'c1',
    at: 0,
    webhook: { program: 'lead-sync', environment: 'prod-emea', id: 'crm-lead-sync' },
    request: {
      method: 'POST',
      url: '/v1/leads',
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', 'Bearer (secret)'],
      ],
      body,
    },
  })
  const argv = ['calibrate', '--capture', 'c.jsonl', '--compare', 'lead-sync', '--env', 'prod-emea']
  const output = await outputOf(argv, { 'c.jsonl': capture })
  expect(output).toContain('differs in the body')
  expect(output).toContain('in the value of {{lead.First Name}}')
  expect(output).not.toMatch(/marker/i)
})
