import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitionFingerprint } from '../../src/model/definition-fingerprint.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { readWorkspace } from '../support/read-workspace.ts'
import { spoiledWorkspace, type Replacement } from '../support/spoiled-program.ts'

function of({ programs }: Workspace): string {
  const family = programs.find(({ id }) => id === 'lead-sync')
  if (family === undefined) throw new Error('no lead-sync')
  return definitionFingerprint(family)
}

test.each<readonly [string, Replacement]>([
  ['the payload', ['"email": {{', '"mail": {{']],
  ['a variable of all environments', ['crmHost: crm-gateway', 'crmHost: crm-other']],
  ['a filter', ['value: 50}', 'value: 60}']],
  ['the title, after which the program is called', ['title: Lead sync', 'title: Leads']],
  ['what proves success', ['equals: success}', 'equals: done}']],
])('%s is in it', (_, replacement) => {
  expect(of(spoiledWorkspace(replacement))).not.toBe(of(exampleWorkspace()))
})

test.each<readonly [string, Replacement]>([
  ['a comment', ['revision: 7', 'revision: 7 # of many']],
  ['the revision', ['revision: 7', 'revision: 8']],
  ['the summary', ['summary: Sends a new', 'summary: Brings a new']],
  [
    'an environment more or less',
    ['[sandbox-emea, prod-emea, prod-apac]', '[sandbox-emea, prod-emea]'],
  ],
  ['the day of a review', ['review: {last: 2026-11-26}', 'review: {last: 2026-11-27}']],
])('%s is not', (_, replacement) => {
  expect(of(spoiledWorkspace(replacement))).toBe(of(exampleWorkspace()))
})

test.each<readonly [string, string, string, boolean]>([
  ['an overlay', 'programs/lead-sync/overlays/emea.yaml', 'regionCode: EMEA', false],
  ['the title of a schema', 'schemas/crm-lead.request.schema.json', '"title"', false],
  ['a keyword of a schema', 'schemas/crm-lead.request.schema.json', '"type"', true],
])('%s: it differs only where the contract does', (_, path, word, differs) => {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(word)
  const changed = text.replace(word, word.startsWith('"') ? '"$comment"' : `${word}X`)
  const workspace = readWorkspace('programs/project.yaml', new Map([[path, changed]]))
  expect(of(workspace) !== of(exampleWorkspace())).toBe(differs)
})
