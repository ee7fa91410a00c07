import { expect, test } from 'vitest'
import { EXPORT_FORMS, writeExport } from '../../bench/support/activity-exports.mjs'
import { plantedCall, type PlantedCall } from '../../bench/support/planted-calls.mjs'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { UnreadableExport } from '../../src/triage/call-row.ts'
import { readExport } from '../../src/triage/read-export.ts'
import { startTriage } from '../../src/triage/start-triage.ts'
import type { TriageReport } from '../../src/triage/triage-report.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const PEOPLE = 150
const CALLS = Array.from({ length: 1200 }, (_, nth) => plantedCall(nth + 1, PEOPLE))
const FORM_NAMES = EXPORT_FORMS.map(({ name }) => name)

test.each(FORM_NAMES)('%s: every planted count is found exactly', async (name) => {
  const { json } = await triageOf(exportText(name, CALLS))
  const found = Object.fromEntries(
    json.groups.map(({ status, cause, calls, leads }) => [`${status} ${cause.id}`, [calls, leads]]),
  )
  expect(found).toEqual(plantedCounts(CALLS))
  expect(json).toMatchObject({
    calls: CALLS.length,
    leads: new Set(CALLS.map(({ lead }) => lead)).size,
    others: CALLS.length / 10,
    callsWithoutLead: 0,
    damaged: { count: 0 },
  })
  const payloads = json.payloads.map(({ origin, calls }) => [origin.kind, calls])
  expect(payloads).toContainEqual(['current', CALLS.filter(({ id }) => id % 50 !== 0).length])
})

test.each(FORM_NAMES)('%s: who is sent again is who was planted', async (name) => {
  const { files } = await triageOf(exportText(name, CALLS))
  expect(idsIn(files['again.csv'] ?? '')).toEqual(expectedLeads(AGAIN))
  expect(idsIn(files['not-again.csv'] ?? '')).toEqual(expectedLeads(NOT_AGAIN))
})

test.each(FORM_NAMES)('%s: how the bytes are cut into pieces changes nothing', async (name) => {
  const bytes = new TextEncoder().encode(exportText(name, CALLS.slice(0, 60)))
  const whole = await counted([bytes])
  for (const size of [1, 7, 1000]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, nth) =>
      bytes.subarray(nth * size, (nth + 1) * size),
    )
    expect(await counted(pieces)).toEqual(whole)
  }
})

test.each(FORM_NAMES)('%s: a file that ends within its last activity says so', async (name) => {
  const form = EXPORT_FORMS.find((each) => each.name === name)
  const before = CALLS.slice(0, 5)
  const [last] = CALLS.slice(5)
  if (form === undefined || last === undefined) throw new Error('nothing planted')
  const row = form.row(last)
  const begin = [...writeExport(form, before)].slice(0, -1).join('') + form.between
  for (const cut of cutsOf(row.length)) {
    const report = await counted([new TextEncoder().encode(begin + row.slice(0, cut))])
    const isLeftOut = report.calls === before.length && report.damaged.count === 1
    const isDoubted =
      report.calls === before.length + 1 && report.notices.some((each) => each.includes('no end'))
    // A page may be cut off behind its last activity, which is whole.
    const isBehind = report.calls === before.length + 1 && report.damaged.count === 1
    const isBlank = row.slice(0, cut).trim() === '' && report.calls === before.length
    expect([cut, isLeftOut || isDoubted || isBehind || isBlank]).toEqual([cut, true])
  }
})

test('a spreadsheet in UTF-16 is read', async () => {
  const text = exportText('bulk TSV', CALLS.slice(0, 50))
  const little = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
  expect((await counted([little])).calls).toBe(50)
  const big = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())
  expect((await counted([big.subarray(0, 1), big.subarray(1)])).calls).toBe(50)
})

test('a line that is no JSON costs nothing but itself', async () => {
  const lines = exportText('items, a line each', CALLS.slice(0, 20)).split('\n')
  const text = [...lines.slice(0, 5), '{"leadId": 7, "activityTy', ...lines.slice(5)].join('\n')
  const { calls, damaged } = await counted([new TextEncoder().encode(text)])
  expect(calls).toBe(20)
  expect(damaged).toEqual({ count: 1, first: [{ place: 'line 6', reason: 'it is no JSON' }] })
})

test('a record with a column too few or too many is left out, and the rest counts', async () => {
  const lines = exportText('bulk SSV', CALLS.slice(0, 9)).trimEnd().split('\n')
  const [header = '', ...rows] = lines
  const text = [header, '1 2 3', ...rows, '1 2 3 110 null 7 x {} y'].join('\n')
  const { calls, damaged } = await counted([new TextEncoder().encode(`${text}\n`)])
  expect(calls).toBe(9)
  expect(damaged.first.map(({ place }) => place)).toEqual(['record 2', 'record 12'])
})

test('an answer of REST that was refused is a page that is missing', async () => {
  const pages = exportText('REST pages, a line each', CALLS.slice(0, 5))
  const refused = '{"requestId":"1","success":false,"errors":[{"code":"606","message":"x"}]}\n'
  const { calls, damaged } = await counted([new TextEncoder().encode(pages + refused)])
  expect(calls).toBe(5)
  expect(damaged.first[0]?.reason).toContain('a page is missing')
})

test('an empty page is no fault', async () => {
  const page = '{"requestId":"1","success":true,"nextPageToken":"x","moreResult":true}\n'
  expect(await counted([new TextEncoder().encode(page + page)])).toMatchObject({
    calls: 0,
    damaged: { count: 0 },
  })
})

test.each([
  ['', 'there is nothing in it'],
  [
    'a,b\n1,2\n',
    'no column says which webhook was called (--column webhook=<name>); it has: "a", "b"',
  ],
  ['Webhook\nx\n', 'no column says how a call ended'],
  ['# schema: x\nkind: Lead\n', 'no column says which webhook was called'],
])('what is no export is refused with its reason: %j', async (text, reason) => {
  const reading = counted([new TextEncoder().encode(text)])
  await expect(reading).rejects.toThrow(UnreadableExport)
  await expect(reading).rejects.toThrow(reason)
})

test('a name of a column may hold the delimiter', async () => {
  const text = 'Webhook,"Date, Time",Error Type,Type\nx,"Nov 26, 2026",401,110\n'
  expect(await counted([new TextEncoder().encode(text)])).toMatchObject({
    calls: 1,
    damaged: { count: 0 },
  })
})

test('what is nested without end is left out, and nothing breaks', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const wrapped = `${'{"data":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  const odd = `{"leadId":1,"activityTypeId":110,"attributes":[{"name":"Response","value":${deep}}]}`
  for (const line of [deep, wrapped]) {
    const { calls, damaged } = await counted([
      new TextEncoder().encode(`{"success":true}\n${line}\n`),
    ])
    expect([calls, damaged.count]).toEqual([0, 1])
  }
  expect((await counted([new TextEncoder().encode(odd)])).calls).toBe(1)
})

test('a quotation mark that is never closed does not fill the memory', async () => {
  const header = 'Webhook,Error Type,Activity Type\n'
  const text = `${header}x,,110\nx,"${'long '.repeat(1_200_000)}`
  const { calls, damaged } = await counted([new TextEncoder().encode(text)])
  expect(calls).toBe(1)
  expect(damaged.first[0]?.reason).toContain('longer than 4 MB')
})

/** Each at the ends, where the structure is, and some between. */
function cutsOf(length: number): readonly number[] {
  const all = Array.from({ length: length - 1 }, (_, nth) => nth + 1)
  return all.filter((cut) => cut < 40 || cut > length - 40 || cut % 17 === 0)
}

function exportText(name: string, calls: readonly PlantedCall[]): string {
  const form = EXPORT_FORMS.find((each) => each.name === name)
  if (form === undefined) throw new Error(`no form ${name}`)
  return [...writeExport(form, calls)].join('')
}

/** Without definitions: only what can be read counts. */
async function counted(pieces: readonly Uint8Array[]): Promise<TriageReport> {
  const nothing = { webhooks: [], only: undefined, hasValues: false, mended: [], repeatable: [] }
  const triage = startTriage(nothing)
  const reader = readExport({}, triage.sink)
  for (const piece of pieces) await reader.add(piece)
  await reader.end()
  return triage.report()
}

interface TriageRun {
  readonly json: TriageReport
  readonly files: Readonly<Record<string, string>>
}

async function triageOf(text: string): Promise<TriageRun> {
  const host = memoryHost({ files: { ...repositoryFiles(), 'export.txt': text } })
  const words = ['triage', 'export.txt', '--format', 'json', '--resend', 'again.csv']
  const code = await main([...words, '--keep', 'not-again.csv'], host)
  expect(host.output().stderr).toBe('again.csv written\nnot-again.csv written\n')
  expect(code).toBe(1)
  return { json: JSON.parse(host.output().stdout), files: host.written() }
}

function plantedCounts(calls: readonly PlantedCall[]): Readonly<Record<string, readonly number[]>> {
  const verdicts = [...new Set(calls.map(({ verdict }) => verdict))]
  return Object.fromEntries(
    verdicts.map((verdict) => {
      const own = calls.filter((call) => call.verdict === verdict)
      return [verdict, [own.length, new Set(own.map(({ lead }) => lead)).size]]
    }),
  )
}

/** `crm-lead-sync` states how repeated calls are recognised, so that what passes by itself can be sent again. */
const AGAIN = [
  '503 failed-endpoint',
  '500 failed-endpoint',
  '– time-out',
  '– unreachable',
  '429 limited',
]
const NOT_AGAIN = [
  '2xx refused-in-answer',
  '2xx unreadable-answer',
  '400 refused',
  '401 refused',
  '1000 batch-campaign',
  '1001 empty-answer',
]

function expectedLeads(verdicts: readonly string[]): readonly number[] {
  const last = new Map(CALLS.map((call) => [call.lead, call.verdict]))
  return [...last]
    .flatMap(([lead, verdict]) => (verdicts.includes(verdict) ? [lead] : []))
    .sort((a, b) => a - b)
}

function idsIn(csv: string): readonly number[] {
  return csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => Number(line.split(',')[0]))
}
