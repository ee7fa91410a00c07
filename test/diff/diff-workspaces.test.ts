import { expect, test } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import { diffWorkspaces } from '../../src/diff/diff-workspaces.ts'
import { pullRequests } from '../support/pull-requests.ts'
import { workspaceOf } from '../support/read-files.ts'
import { readWorkspace } from '../support/read-workspace.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const FILES = repositoryFiles()
const PROGRAM = 'programs/lead-sync/program.yaml'

/** The changes that an edit of the example programs makes. */
function changesOf(path: string, before: string, after: string): readonly Change[] {
  const text = FILES[path] ?? ''
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
  const edited = new Map([[path, text.replace(before, () => after)]])
  return diffWorkspaces(
    readWorkspace('programs/project.yaml'),
    readWorkspace('programs/project.yaml', edited),
  )
}

test('a project does not differ from itself', () => {
  expect(changesOf(PROGRAM, 'id: lead-sync', 'id: lead-sync')).toEqual([])
})

test('the same change of several environments is one', () => {
  const changes = changesOf(PROGRAM, 'tokenEncoding: JSON', 'tokenEncoding: None')
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({
    id: 'webhook.crm-lead-sync.encoding',
    kind: 'encoding',
    motion: 'changed',
    program: 'lead-sync',
    environments: ['prod-apac', 'prod-emea', 'sandbox-emea'],
    before: 'JSON',
    after: 'None',
    impact: 'breaking',
    rollout: 'endpoint-first',
  })
})

test('a change that environments do not share is told for each of them', () => {
  const changes = changesOf(PROGRAM, 'https://${crmHost}/v1/leads', 'https://${crmHost}/v2/leads')
  expect(changes.map(({ id, after }) => [id, after])).toEqual([
    ['webhook.crm-lead-sync.url@prod-apac,prod-emea', 'https://crm-gateway.example.com/v2/leads'],
    ['webhook.crm-lead-sync.url@sandbox-emea', 'https://crm-gateway.sandbox.example.com/v2/leads'],
  ])
})

test('a value that an overlay sets is pointed at there', () => {
  const overlay = 'programs/lead-sync/overlays/apac.yaml'
  const [change, second] = changesOf(overlay, 'regionCode: APAC', 'regionCode: ASIA')
  expect(second).toBeUndefined()
  expect(change).toMatchObject({ kind: 'my-token', before: 'APAC', after: 'ASIA' })
  expect(change?.at?.file).toBe(overlay)
  expect(change?.wasAt?.file).toBe(overlay)
})

const SMALL = pullRequests().find(({ name }) => name === 'encoding-changed')?.base ?? {}
const SYNC = SMALL['sync/program.yaml'] ?? ''

test('a folder that was renamed without its id is another error, and no other program', () => {
  const { 'sync/program.yaml': _, ...others } = SMALL
  const moved = workspaceOf({ ...others, 'moved/program.yaml': SYNC })
  expect(moved.diagnostics.map(({ rule }) => rule)).toEqual(['id-is-folder'])
  expect(diffWorkspaces(workspaceOf(SMALL), moved)).toEqual([])
})

test('the stamp of a revision is typed anew, and breaks nothing', () => {
  const stamped = SYNC.replace('headers:', 'headers:\n      X-Revision: "v ${revisionStamp}"')
  const [base, head] = [stamped, stamped.replace('title: Lead sync', 'title: Leads')].map((text) =>
    workspaceOf({ ...SMALL, 'sync/program.yaml': text }),
  )
  if (base === undefined || head === undefined) throw new Error('there are two')
  const header = diffWorkspaces(base, head).find(({ kind }) => kind === 'header')
  expect(header).toMatchObject({ impact: 'neutral', actors: ['human'] })
  const retyped = stamped.replace('"v ${', '"w ${')
  const other = workspaceOf({ ...SMALL, 'sync/program.yaml': retyped })
  expect(diffWorkspaces(base, other)).toMatchObject([{ kind: 'header', impact: 'breaking' }])
})

test('a webhook that stands under another id and differs is still the same by its name', () => {
  const renamed = SYNC.replace('  send:\n', '  other:\n').replace('webhook: send', 'webhook: other')
  const text = renamed.replace('method: POST', 'method: PUT')
  const changes = diffWorkspaces(
    workspaceOf(SMALL),
    workspaceOf({ ...SMALL, 'sync/program.yaml': text }),
  )
  expect(changes.map(({ id }) => id)).toEqual(['webhook.other.id', 'webhook.other.method'])
})
