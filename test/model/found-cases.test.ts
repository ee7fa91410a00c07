import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stableJson } from '../../src/base/stable-json.ts'
import { openFoundFolder } from '../../src/cli/found-folder.ts'
import { foundDocument, foundId, type FoundCase } from '../../src/model/found-case.ts'
import { loadFoundCases, type FoundCases } from '../../src/model/load-found-cases.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import { printableJson } from '../../src/report/printable-json.ts'

const CONTEXT = {
  program: 'p',
  environment: 'prod',
  webhook: 'w',
  check: 'body-parses',
  cause: 'escaping',
  token: 'lead.First Name',
  assumptions: [],
}
const ID = foundId(CONTEXT)
const CASE: FoundCase = {
  id: ID,
  status: 'open',
  seed: 7,
  path: 'token/0/quotes/1',
  context: CONTEXT,
  lead: { 'lead.First Name': '"', 'lead.Id': 1 },
  request: { method: 'POST', url: 'https://example.com/', headers: ['A: b'], body: '{"a": """}' },
  verdict: 'when {{lead.First Name}} is "\\"", the body is not JSON',
}
const TEXT = textOf(CASE)

function textOf(found: FoundCase): string {
  return printableJson(stableJson(foundDocument(found)))
}

function load(text: string, name = `${ID}.json`): FoundCases {
  return loadFoundCases('found', { list: () => [name], readText: () => text })
}

test('a case is read as it was written', () => {
  expect(load(TEXT).diagnostics).toEqual([])
  expect(load(TEXT).cases).toEqual([{ file: `found/${ID}.json`, found: CASE }])
})

test('any lead survives its file', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  fc.assert(
    fc.property(value, fc.string({ unit: 'binary' }), fc.integer(), (held, body, unit) => {
      const half = String.fromCharCode(0xd800 + (Math.abs(unit) % 0x800))
      const lead = { 'lead.First Name': held, 'lead.Last Name': `${half}${body}` }
      const found = { ...CASE, lead, request: { ...CASE.request, body } }
      expect(load(textOf(found)).cases[0]?.found).toEqual(found)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('the same failure has the same id, whichever check of its cause speaks', () => {
  const sameCause = { ...CONTEXT, check: 'values-survive' }
  expect(foundId(sameCause)).toBe(ID)
  expect(foundId({ ...CONTEXT, token: 'Lead.first name' })).toBe(ID)
  expect(foundId({ ...CONTEXT, token: undefined })).not.toBe(ID)
  expect(foundId({ ...CONTEXT, webhook: 'v' })).not.toBe(ID)
})

const NO_ID = 'this found case is not read: its id does not belong to its name and its context'

/** With the text that stands at the place of the problem. */
const NONSENSE: Readonly<Record<string, readonly [text: string, at: string, message: string]>> = {
  nothing: ['', '', 'this found case is not read: it is not JSON'],
  'no JSON': ['it failed', 'it failed', 'this found case is not read: it is not JSON'],
  'half a file': [TEXT.slice(0, 100), '', 'this found case is not read: it is not JSON'],
  'a list': ['[]', '[]', 'a list stands where a map is expected'],
  null: ['null', 'null', 'nothing stands where a map is expected'],
  'an empty map': ['{}', '{}', 'the key "formatVersion" is missing'],
  'a key twice': [
    '{"id": "a", "id": "b"}',
    '"id": "b"}',
    'this found case is not read: the key "id" stands twice',
  ],
  'a misspelt key': [edited('"seed"', '"sead"'), '"sead"', '"sead" is no key of this map'],
  'a word for a number': [
    edited('"seed": 7', '"seed": "seven"'),
    '"seven"',
    '"seven" stands where a whole number is expected',
  ],
  'another status': [edited('"open"', '"opened"'), '"opened"', '"opened" is none of open, fixed'],
  'a later format': [
    edited('"formatVersion": 1', '"formatVersion": 2'),
    '"formatVersion": 2',
    'this found case is not read: its format 2 is not one that this version knows (1)',
  ],
  'another program': [edited('"program": "p"', '"program": "q"'), '"id"', NO_ID],
  'an id that leads elsewhere': [edited(`"${ID}"`, '"../../evil"'), '"id"', NO_ID],
  'a lead of lists': [
    edited('"lead.Id": 1', '"lead.Id": ["x"]'),
    '["x"]',
    'a list stands where a text, number, Boolean or null is expected',
  ],
  'a depth bomb': [
    '['.repeat(50_000),
    '[[[',
    'this found case is not read: it is nested too deeply',
  ],
}

function edited(before: string, after: string): string {
  if (!TEXT.includes(before)) throw new Error(before)
  return TEXT.replace(before, () => after)
}

test.each(Object.keys(NONSENSE))('one problem with its place, and no crash: %s', (name) => {
  const [text = '', at = '', message] = NONSENSE[name] ?? []
  const { cases, diagnostics } = load(text)
  expect(cases).toEqual([])
  expect(diagnostics).toHaveLength(1)
  const [problem] = diagnostics
  expect(problem?.message).toBe(message)
  expect(text.slice(problem?.at.start).startsWith(at)).toBe(true)
  expect(problem?.help).toContain('restore the file, or delete it')
})

test('a file under the name of another case is not read', () => {
  expect(load(TEXT, '000000000000.json').diagnostics).toHaveLength(1)
})

test('files that are no JSON are not looked at', () => {
  expect(load('# about these files', 'README.md')).toEqual({
    cases: [],
    diagnostics: [],
    files: [],
  })
})

test('a member named __proto__ is a token like any other', () => {
  const text = TEXT.replace('"lead.Id": 1', '"__proto__": "x"')
  const lead = load(text).cases[0]?.found.lead ?? {}
  expect(Object.entries(lead)).toContainEqual(['__proto__', 'x'])
})

test.each([
  ['/repo', 'programs/project.yaml', 'fixtures/found'],
  ['/repo/programs', 'project.yaml', '../fixtures/found'],
  ['/repo/programs/lead-sync', '../project.yaml', '../../fixtures/found'],
  ['/repo', 'project.yaml', 'fixtures/found'],
  ['/repo/sub', '../project.yaml', '../fixtures/found'],
  ['/repo', '/other/programs/project.yaml', '/other/fixtures/found'],
])('from %s with %s, cases are kept under %s', (workingDirectory, project, folder) => {
  const readText = (path: string): string | undefined =>
    path === project ? 'apiVersion: hookbook/v1\nkind: Project\nname: x\n' : undefined
  const writing = {
    writeText: fail,
    writeBytes: fail,
    remove: fail,
    appendTo: fail,
    appendSafelyTo: fail,
    writeParts: fail,
  }
  const nothing = (): undefined => undefined
  const reading = { readText, readBytes: nothing, openChunks: nothing, list: () => [] }
  const files = { workingDirectory, ...reading, ...writing }
  expect(openFoundFolder(loadWorkspace(files, project), files).folder).toBe(folder)
})

function fail(): never {
  throw new Error('nothing is written')
}
