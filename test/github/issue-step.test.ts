import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  BOT,
  standIn,
  type PostedText,
  type StandIn,
  type StandInOptions,
} from './github-stand-in.ts'
import { newPlace, runScript, type Place, type Ran } from './run-script.ts'

const MARKER = '<!-- hookbook: due -->'

let place: Place
let github: StandIn | undefined

beforeEach(() => {
  place = newPlace()
})

afterEach(async () => {
  await github?.close()
  place.remove()
})

test('what is due is an issue, which stays the same as long as nothing else is', async () => {
  const first = await due('2001-01-01')
  expect(first.output).toContain('issue 40 says what is due')
  const [issue] = github?.issues() ?? []
  expect(issue?.title).toBe('What is due for Marketo webhooks')
  expect(issue?.body?.startsWith(`${MARKER}\n\n## ❌ hookbook: 1 error`)).toBe(true)
  expect(issue?.body).toContain('"crm-key" in production expired on 2001-01-01')
  expect(place.read('summary.md')).toContain('hookbook: 1 error')
  expect((await again('2001-01-01')).output).toContain('issue 40 is up to date')
  expect(github?.issues()).toHaveLength(1)
}, 60_000)

test('it is closed when nothing is due, and opened again when something is', async () => {
  const closed = await due('2999-01-01', { issues: [ours({ state: 'open' })] })
  expect(closed.output).toContain('nothing is due: issue 5 was closed')
  expect(github?.issues()[0]).toMatchObject({
    state: 'closed',
    body: `${MARKER}\n\nNothing is due.\n`,
  })
  expect((await again('2999-01-01')).output).toContain('nothing is due\n')
  expect((await again('2001-01-01')).output).toContain('issue 5 says what is due')
  expect(github?.issues()[0]?.state).toBe('open')
}, 60_000)

test('each project of a repository has an issue of its own', async () => {
  await due('2001-01-01')
  await again('2001-01-01', { HOOKBOOK_ID: 'EMEA & Asia' })
  expect(github?.issues().map(({ title, body }) => [title, body?.split('\n', 1)[0]])).toEqual([
    ['What is due for Marketo webhooks', MARKER],
    ['What is due for Marketo webhooks (emea-asia)', '<!-- hookbook: due-emea-asia -->'],
  ])
}, 60_000)

test('an issue of somebody else, or a pull request, with the marker is not touched', async () => {
  const others = [
    { ...ours({ state: 'open' }), user: { login: 'mallory' } },
    { ...ours({ state: 'open' }), number: 6, pull_request: {} },
  ]
  await due('2001-01-01', { issues: others })
  expect(github?.issues().slice(0, 2)).toEqual(others)
  expect(github?.issues()).toHaveLength(3)
}, 60_000)

test('without the permission nothing fails, and one sentence says so', async () => {
  const ran = await due('2001-01-01', { mishaps: [{ method: 'POST', status: 403 }] })
  expect(ran.exitCode).toBe(0)
  expect(ran.output).toContain(
    '::warning title=hookbook::the issue could not be kept up to date: the token may not do this; give the job the permission "issues: write"',
  )
}, 60_000)

test('definitions that cannot be read are a failure, and the issue stays as it is', async () => {
  const before = ours({ state: 'open' })
  const ran = await due(undefined, { issues: [before] })
  expect(ran.exitCode).toBe(1)
  expect(ran.output).toContain(
    '::error title=hookbook::hookbook could not find out what is due (exit code 2)',
  )
  expect(github?.issues()).toEqual([before])
}, 60_000)

function ours(parts: Partial<PostedText>): PostedText {
  return { id: 1, number: 5, body: `${MARKER}\n\nold`, user: BOT, ...parts }
}

async function due(expires: string | undefined, options: StandInOptions = {}): Promise<Ran> {
  github = await standIn(options)
  return again(expires)
}

function again(
  expires: string | undefined,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  if (expires !== undefined) place.write('programs/project.yaml', project(expires))
  const environment = {
    GITHUB_API_URL: github?.origin ?? '',
    GITHUB_STEP_SUMMARY: place.write('summary.md', ''),
    RUNNER_TEMP: place.folder,
    ...variables,
  }
  return runScript('issue.mjs', environment, place.folder)
}

/** Its day is so far off that the test is true whenever it runs. */
function project(expires: string): string {
  return `apiVersion: hookbook/v1
kind: Project
name: acme
subscriptions: {production: {stage: production}}
environments: {prod: {subscription: production}}
secrets:
  crm-key: {purpose: a key, expires: {production: ${expires}}, from: {production: "env:CRM_KEY"}}
`
}
