import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { approveBreaks } from '../../src/compatibility/approve-breaks.ts'
import { breakFindings } from '../../src/compatibility/break-findings.ts'
import { compareWorkspaces, unpairedWebhooks } from '../../src/compatibility/compare-workspaces.ts'
import type { Compatibility, ContractBreak } from '../../src/compatibility/compatibility.ts'
import { orderFindings, provenOrder } from '../../src/compatibility/order-findings.ts'
import type { ApprovedBreak } from '../../src/model/project.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const PROJECT = 'programs/project.yaml'
const PROGRAM = 'programs/lead-sync/program.yaml'
const REQUEST = 'schemas/crm-lead.request.schema.json'
const RESPONSE = 'schemas/crm-lead.response.schema.json'

type Edit = readonly [path: string, written: string, instead: string]

/** Compares lead-sync as it stands in one environment with itself after some edits. */
function compare(...edits: readonly Edit[]): readonly Compatibility[] {
  return compareIn(['prod-emea'], edits)
}

function compareIn(
  environments: readonly string[],
  edits: readonly Edit[],
): readonly Compatibility[] {
  const files = new Map<string, string>()
  for (const [path, written, instead] of edits) {
    const text = files.get(path) ?? readFileSync(path, 'utf8')
    if (!text.includes(written)) throw new Error(`${path} does not hold ${written}`)
    files.set(
      path,
      text.replace(written, () => instead),
    )
  }
  const base = only(environments, readWorkspace(PROJECT))
  const head = only(environments, readWorkspace(PROJECT, files))
  return compareWorkspaces(base, head, () => undefined)
}

function only(environments: readonly string[], workspace: Workspace): Workspace {
  const programs = workspace.programs
    .filter(({ id }) => id === 'lead-sync')
    .map((family) => ({
      ...family,
      deployments: family.deployments.filter(({ environment }) =>
        environments.includes(environment),
      ),
    }))
  return { ...workspace, programs }
}

function breaksIn(all: readonly Compatibility[]): readonly ContractBreak[] {
  return all.flatMap(({ verdict }) => (verdict.status === 'broken' ? verdict.breaks : []))
}

const TOO_LONG: Edit = [
  REQUEST,
  '"company": { "description": "Empty when unknown.", "type": "string", "maxLength": 255 }',
  '"company": { "type": "string", "maxLength": 80 }',
]

test('a break is told once for all environments, with its place', () => {
  const all = compareIn(['prod-apac', 'prod-emea'], [TOO_LONG])
  const broken = all.filter(({ verdict }) => verdict.status === 'broken')
  expect(broken.map(({ side, environments, at }) => [side, environments, at.file])).toEqual([
    ['request', ['prod-apac', 'prod-emea'], PROGRAM],
  ])
})

test('webhooks that only one revision has are named', () => {
  const all = readWorkspace(PROJECT)
  const [before, after] = [only(['prod-emea'], all), all]
  const others = ['lead-sync-legacy/legacy-lead', 'sales-signals/signals']
  expect(unpairedWebhooks(before, after)).toEqual({ added: others, removed: [] })
  expect(unpairedWebhooks(after, before)).toEqual({ added: [], removed: others })
})

test('the fingerprint stays when lines and references move, and changes with the demand', () => {
  const fingerprints = (...edits: readonly Edit[]): readonly string[] =>
    breaksIn(compare(...edits)).map(({ fingerprint }) => fingerprint)
  const [first] = fingerprints(TOO_LONG)
  const moved: Edit = [PROGRAM, 'title: ', '# A line more.\n\ntitle: ']
  const referred: Edit = [
    REQUEST,
    '"company": { "description": "Empty when unknown.", "type": "string", "maxLength": 255 }',
    '"company": { "$ref": "#/definitions/short" }',
  ]
  const defined: Edit = [
    REQUEST,
    '"type": "object",',
    '"type": "object", "definitions": {"short": {"type": "string", "maxLength": 80}},',
  ]
  const shorter: Edit = [REQUEST, TOO_LONG[1], TOO_LONG[2].replace('80', '79')]
  expect(fingerprints(TOO_LONG, moved)).toEqual([first])
  expect(fingerprints(referred, defined)).toEqual([first])
  expect(fingerprints(shorter)).not.toContain(first)
})

test('every break has a fingerprint of its own: one that is approved hides no other', () => {
  const all = compare(TOO_LONG, [REQUEST, '"syncedAt"],', '"syncedAt", "country"],'])
  const [first, ...others] = breaksIn(all)
  expect(others).toHaveLength(1)
  const run = approveBreaks(all, [approvalOf(first?.fingerprint ?? '')], '2026-11-26')
  const left = run.compatibilities.flatMap(breakFindings)
  expect(left.map(({ evidence }) => evidence?.fingerprint)).toEqual([others[0]?.fingerprint])
})

test('a mapped field that has become too short breaks the answer, though an empty text was doubtful before', () => {
  const shorter: Edit = [PROGRAM, 'length: 255', 'length: 30']
  const [found, ...others] = breaksIn(compare(shorter))
  expect([found?.keyword, found?.place, others]).toEqual(['mapping', '/externalId', []])
  expect(breaksIn(compare([PROGRAM, 'length: 255', 'length: 64']))).toEqual([])
})

function approvalOf(fingerprint: string, until?: string): ApprovedBreak {
  const at = { file: PROJECT, start: 0, end: 1 }
  const text = (value: string): ApprovedBreak['reason'] => ({ value, at, pieces: [] })
  return {
    at,
    fingerprint: text(fingerprint),
    reason: text('agreed'),
    until: until === undefined ? undefined : text(until),
  }
}

test('an approval holds through its last day, and is told of when it is over or not needed', () => {
  const all = compare(TOO_LONG)
  const fingerprint = breaksIn(all)[0]?.fingerprint ?? ''
  const judged = (approval: ApprovedBreak): readonly unknown[] => {
    const run = approveBreaks(all, [approval], '2026-11-26')
    const open = run.compatibilities.flatMap(breakFindings)
    return [open.length, ...run.findings.map(({ message }) => message)]
  }
  expect(judged(approvalOf(fingerprint))).toEqual([0])
  expect(judged(approvalOf(fingerprint, '2026-11-26'))).toEqual([0])
  expect(judged(approvalOf(fingerprint, '2026-11-25'))).toEqual([
    1,
    `the approval of "${fingerprint}" has ended on 2026-11-25`,
  ])
  expect(judged(approvalOf('0123'))).toEqual([1, 'nothing breaks any more that "0123" approves'])
})

const SENT: Edit = [
  PROGRAM,
  '"company": {{company.Company Name}},',
  '"company": {{company.Company Name}},\n        "country": {{lead.Country}},',
]
const TAKEN: Edit = [REQUEST, '"properties": {', '"properties": { "country": {"type": "string"},']
const DEMANDED: Edit = [REQUEST, '"syncedAt"],', '"syncedAt", "country"],']

test.each<readonly [order: string, edits: readonly Edit[]]>([
  ['any', []],
  ['any', [TAKEN]],
  ['endpoint-first', [TAKEN, SENT]],
  ['none', [TAKEN, SENT, DEMANDED]],
  ['none', [[PROGRAM, 'responseType: JSON', 'responseType: XML']]],
  [
    'marketo-first',
    [
      [PROGRAM, 'externalId: CRM_Lead_Id__c\n', '\n'],
      [RESPONSE, '"status", "externalId"]', '"status"]'],
    ],
  ],
  [
    'endpoint-first',
    [
      [PROGRAM, 'externalId: CRM_Lead_Id__c', 'crmId: CRM_Lead_Id__c'],
      [RESPONSE, '"externalId"]', '"externalId", "crmId"]'],
      [
        RESPONSE,
        '"message": {',
        '"crmId": {"type": "string", "minLength": 1, "maxLength": 64}, "message": {',
      ],
    ],
  ],
])('the order that is safe is %s', (order, edits) => {
  const sides = compare(...edits).filter(({ webhook }) => webhook === 'crm-lead-sync')
  expect(provenOrder(sides)).toBe(order)
  const severities = orderFindings(sides).map(({ severity }) => severity)
  expect(severities).toEqual(order === 'any' ? [] : [order === 'none' ? 'warning' : 'info'])
})
