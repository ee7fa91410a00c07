import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEDGER_FORMAT, type Attestation } from '../../src/ledger/attestation.ts'
import { attestedState } from '../../src/ledger/attested-state.ts'
import { joinAttestations, writeLine } from '../../src/ledger/join-attestations.ts'
import { ledgerFile } from '../../src/ledger/ledger-file.ts'
import { readLedger, type LedgerFile } from '../../src/ledger/read-ledger.ts'

const ALONE = { environment: 'prod-emea', siblings: [], isShared: () => false }

const fingerprints = fc.stringMatching(/^[0-9a-f]{16}$/)
const ids = fc.constantFrom('webhook.w.dialog', 'webhook.w.headers', 'campaign.c.flow', 'field.f')
const attestations: fc.Arbitrary<Attestation> = fc.record({
  formatVersion: fc.constant(LEDGER_FORMAT),
  program: fc.constant('lead-sync'),
  environment: fc.constantFrom('prod-emea', 'prod-apac'),
  revision: fc.nat(9),
  fingerprint: fingerprints,
  definition: fingerprints,
  isComplete: fc.boolean(),
  commit: fc.constantFrom(undefined, 'a'.repeat(40)),
  by: fc.constantFrom('Ada', 'Grace "G" Hopper', 'Søren\u2028'),
  at: fc
    .date({
      min: new Date('2026-01-01'),
      max: new Date('2026-01-01T00:00:00.003Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  steps: fc.dictionary(ids, fingerprints),
  removed: fc.uniqueArray(ids),
  names: fc.dictionary(fc.constantFrom('webhook.w', 'campaign.c'), fc.constantFrom('A', 'B')),
})

function attestation(parts: Partial<Attestation> = {}): Attestation {
  return {
    formatVersion: LEDGER_FORMAT,
    program: 'lead-sync',
    environment: 'prod-emea',
    revision: 7,
    fingerprint: '904b4665cf24',
    definition: '0123456789abcdef',
    isComplete: true,
    commit: undefined,
    by: 'Ada',
    at: '2026-11-26T14:20:00.000Z',
    steps: { 'webhook.w.dialog': '0123456789abcdef' },
    removed: [],
    names: { 'webhook.w': 'W' },
    ...parts,
  }
}

function file(text: string, path = 'programs/lead-sync/ledger/a.jsonl'): LedgerFile {
  return { path, text }
}

const LINE = `${writeLine(attestation())}\n`

test('what is written is read again', () => {
  fc.assert(
    fc.property(attestations, (each) => {
      const { attestations: read, diagnostics } = readLedger([
        ledgerFile('programs/lead-sync', each),
      ])
      expect(diagnostics).toEqual([])
      expect(read.map(writeLine)).toEqual([writeLine(each)])
    }),
  )
})

test('the order of files and lines makes no difference, nor how often they are joined', () => {
  const shuffled = fc
    .array(attestations, { maxLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const lines = joinAttestations(all).map(writeLine)
      expect(joinAttestations([...other, ...all]).map(writeLine)).toEqual(lines)
      const asOne = file(other.map((each) => `${writeLine(each)}\n`).join(''))
      const { attestations: read } = readLedger([asOne])
      expect(attestedState(read, ALONE)).toEqual(attestedState(joinAttestations(all), ALONE))
    }),
  )
})

test('a file that was cut off anywhere loses its last line and no other', () => {
  const first = attestation({ by: 'Grace' })
  const text = `${writeLine(first)}\n${LINE}`
  fc.assert(
    fc.property(fc.nat(LINE.length - 3), (kept) => {
      const torn = text.slice(0, writeLine(first).length + 2 + kept)
      const { attestations: read, diagnostics } = readLedger([file(torn)])
      expect(read.map(({ by }) => by)).toEqual(['Grace'])
      expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
        'warning ledger-readable',
      ])
    }),
  )
})

test.each<readonly [string, string, string]>([
  [
    'a torn line',
    `${LINE}{"formatVersion":1,"prog`,
    'this line is no whole JSON: it was cut off or edited',
  ],
  ['half a merge', `<<<<<<< HEAD\n${LINE}`, 'this line is a mark of a merge that was not finished'],
  ['the same line twice', LINE + LINE, 'this line stands twice; it counts once'],
  [
    'another program',
    `${LINE}${LINE.replace('lead-sync', 'other')}`,
    'this line is about another program, "other"',
  ],
  [
    'a later format',
    `${LINE}{"formatVersion":2}\n`,
    'this line has the format 2; this version reads 1',
  ],
  ['a list', `${LINE}[]\n`, 'this line is JSON, but no attestation'],
  [
    'a member that is wrong',
    `${LINE}${LINE.replace('"revision":7', '"revision":-7')}`,
    'this line does not hold a whole number under "revision"',
  ],
  [
    'a day that does not exist',
    `${LINE}${LINE.replace('2026-11-26', '2026-02-31')}`,
    'this line does not hold a time such as 2026-11-26T14:20:00.000Z under "at"',
  ],
  [
    'a value in the place of a fingerprint',
    `${LINE}${LINE.replaceAll('0123456789abcdef', 'https://crm')}`,
    'this line does not hold a fingerprint under "definition"',
  ],
])('%s is told with its place, and the rest counts', (_, text, message) => {
  const { attestations: read, diagnostics } = readLedger([file(text)], ['other'])
  expect(read).toHaveLength(1)
  expect(diagnostics.map((each) => each.message)).toEqual([message])
  const [{ at } = { at: undefined }] = diagnostics
  expect(text.slice(at?.start, at?.end)).toMatch(/^[^\r\n]+$/)
})

test.each<readonly [string, string]>([
  ['lines that end as on Windows', LINE.replace('\n', '\r\n')],
  ['a byte-order mark', `\uFEFF${LINE}`],
  ['empty lines', `\n\n${LINE}\n  \n`],
  ['no end of the last line', LINE.trimEnd()],
  ['members of a later version', LINE.replace('{', '{"traffic":"seen",')],
])('%s: nothing is wrong', (_, text) => {
  const { attestations: read, diagnostics } = readLedger([file(text)], ['other'])
  expect(diagnostics).toEqual([])
  expect(read).toHaveLength(1)
})

test('the last attestation of a step counts, and what was removed is known no more', () => {
  const state = attestedState(
    joinAttestations([
      attestation({ at: '2026-03-01T00:00:00.000Z', steps: { b: 'bbbbbbbb' }, removed: ['a'] }),
      attestation({ at: '2026-01-01T00:00:00.000Z', steps: { a: 'aaaaaaaa', b: 'aaaaaaaa' } }),
    ]),
    ALONE,
  )
  expect([...state.steps].map(([id, { fingerprint }]) => `${id} ${fingerprint}`)).toEqual([
    'b bbbbbbbb',
  ])
  expect(state.last?.at).toBe('2026-03-01T00:00:00.000Z')
})

test('of an environment beside it only what they share is taken over', () => {
  const beside = attestation({
    environment: 'prod-apac',
    steps: { 'webhook.w.dialog': 'aaaaaaaa', 'campaign.c.flow': 'aaaaaaaa' },
  })
  const isShared = (id: string): boolean => id.startsWith('webhook.')
  const sharing = { environment: 'prod-emea', siblings: ['prod-apac'], isShared }
  const state = attestedState([beside], sharing)
  expect([...state.steps.keys()]).toEqual(['webhook.w.dialog'])
  expect(state.last).toBeUndefined()
  expect(attestedState([beside], ALONE).steps.size).toBe(0)
})

test('the name of a file comes from what it says, and leads nowhere else', () => {
  const { path } = ledgerFile('programs/lead-sync', attestation({ environment: '../../x y' }))
  expect(path).toMatch(
    /^programs\/lead-sync\/ledger\/20261126T142000Z-______x_y-[0-9a-f]{12}\.jsonl$/,
  )
  const other = ledgerFile('programs/lead-sync', attestation({ by: 'Grace' }))
  expect(ledgerFile('programs/lead-sync', attestation()).path).not.toBe(other.path)
})

test('what was attested under an earlier id of the program counts', () => {
  const files = [file(LINE.replace('lead-sync', 'lead-sinc'))]
  const { attestations: read, diagnostics } = readLedger(files, ['other'])
  expect(diagnostics).toEqual([])
  expect(read).toHaveLength(1)
})
