import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { fixInRounds, type Look, type Texts } from '../../src/cli/fix/fix-rounds.ts'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const PROGRAM = 'programs/lead-sync/program.yaml'

/** What people type, and what it is mended to: byte for byte what was there before. */
const DEFECTS: readonly (readonly [right: string, wrong: string])[] = [
  ['{{lead.First Name}},', '"{{lead.First Name}}",'],
  ['{{lead.Email Address}}', '{{lead.email}}'],
  ['{{company.Company Name}}', '{{lead.Company Name}}'],
  ['Lead Score:default=0', 'Lead Score=0'],
  ['externalId: CRM_Lead_Id__c', 'response.externalId: CRM_Lead_Id__c'],
  ['status: Sync_Status__c', 'status: "syncStatus" # as REST has it'],
]

const SUBSETS = Array.from({ length: 2 ** DEFECTS.length }, (_, number) =>
  DEFECTS.filter((_defect, nth) => (number >> nth) % 2 === 1),
).filter((subset) => subset.length > 0)

test('whatever defects are planted, --fix brings back the file as it was, and nothing else changes', async () => {
  const files = repositoryFiles()
  const sound = files[PROGRAM] ?? ''
  for (const subset of SUBSETS.filter((_, nth) => nth % 6 === 2)) {
    const spoiled = subset.reduce((text, [right, wrong]) => text.replace(right, wrong), sound)
    const host = memoryHost({ files: { ...files, [PROGRAM]: spoiled } })
    expect(await main(['lint', 'lead-sync', '--fix', '--quiet'], host)).toBe(0)
    const expected = subset.some(([, wrong]) => wrong.includes('as REST has it'))
      ? sound.replace('status: Sync_Status__c', 'status: Sync_Status__c # as REST has it')
      : sound
    expect(host.written()).toEqual({ ...files, [PROGRAM]: expected })
  }
}, 120_000)

test('a dry run writes nothing, and prints what a run would write', async () => {
  const files = repositoryFiles()
  const spoiled = (files[PROGRAM] ?? '').replace('{{lead.First Name}},', '"{{lead.First Name}}",')
  const host = memoryHost({ files: { ...files, [PROGRAM]: spoiled } })
  expect(await main(['lint', '--dry-run'], host)).toBe(1)
  expect(host.written()[PROGRAM]).toBe(spoiled)
  const lines = host.output().stdout.split('\n')
  expect(lines.slice(0, 2)).toEqual([`--- a/${PROGRAM}`, `+++ b/${PROGRAM}`])
  expect(lines.filter((line) => /^[-+] /.test(line)).map((line) => line.trim())).toEqual([
    '-        "firstName": "{{lead.First Name}}",',
    '+        "firstName": {{lead.First Name}},',
  ])
})

test('where an environment needs the quotes they stay', async () => {
  const files = repositoryFiles()
  const spoiled = (files[PROGRAM] ?? '')
    .replace('{{lead.First Name}},', '"{{lead.First Name}}",')
    .replace('overridable: [', 'overridable: [webhooks.crm-lead-sync, ')
    .replace('tokenEncoding: JSON\n', 'tokenEncoding: JSON\n    scope: environment\n')
  const overlay = `apiVersion: hookbook/v1
kind: Overlay
environment: prod-emea
webhooks: {crm-lead-sync: {tokenEncoding: None}}
`
  const path = 'programs/lead-sync/overlays/no-encoding.yaml'
  const host = memoryHost({ files: { ...files, [PROGRAM]: spoiled, [path]: overlay } })
  await main(['lint', 'lead-sync', '--fix', '--format', 'compact'], host)
  expect(host.written()[PROGRAM]).toBe(spoiled)
  expect(host.output().stderr).toContain('tokens-unquoted: something else would be an error then')
})

const FILE = 'a.yaml'

function finding(start: number, end: number, text: string, rule = 'a-rule'): Diagnostic {
  const at = { file: FILE, start, end }
  return { rule, severity: 'error', at, message: rule, fix: { title: '', edits: [{ at, text }] } }
}

/** A linter that says of each text what a table says. */
function tableOf(table: Readonly<Record<string, readonly Diagnostic[]>>): Look {
  return (texts: Texts) => {
    const text = texts.get(FILE) ?? 'start'
    return Promise.resolve({ files: [{ path: FILE, text }], diagnostics: table[text] ?? [] })
  }
}

test('fixes that touch the same place are made one after the other', async () => {
  const look = tableOf({
    start: [finding(0, 2, 'ST'), finding(1, 3, 'TA', 'b-rule')],
    STart: [finding(1, 3, 'TA', 'b-rule')],
  })
  const { texts, fixed } = await fixInRounds(look)
  expect(texts.get(FILE)).toBe('STArt')
  expect(fixed).toHaveLength(2)
})

test('rules that undo each other come to an end', async () => {
  const look = tableOf({ start: [finding(0, 1, 'S')], Start: [finding(0, 1, 's')] })
  const { fixed } = await fixInRounds(look)
  expect(fixed).toHaveLength(10)
})

test('of several fixes only the one that does harm is left out', async () => {
  const harm: Diagnostic = { ...finding(0, 0, ''), rule: 'harm', message: 'harm' }
  const { fix: _, ...error } = harm
  const look: Look = (texts) => {
    const text = texts.get(FILE) ?? 'a b c d'
    const left = ['a', 'b', 'c', 'd'].flatMap((letter) => {
      const at = text.indexOf(letter)
      return at === -1 ? [] : [finding(at, at + 1, letter.toUpperCase(), letter)]
    })
    const diagnostics = text.includes('C') ? [...left, error] : left
    return Promise.resolve({ files: [{ path: FILE, text }], diagnostics })
  }
  const { texts, refused } = await fixInRounds(look)
  expect(texts.get(FILE)).toBe('A B c D')
  expect(refused.map(({ diagnostic }) => diagnostic.rule)).toEqual(['c'])
})
