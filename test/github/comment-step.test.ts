import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  BOT,
  REPOSITORY,
  standIn,
  type PostedText,
  type StandIn,
  type StandInOptions,
} from './github-stand-in.ts'
import { newPlace, pullRequestEvent, runScript, type Place, type Ran } from './run-script.ts'

const MARKER = '<!-- hookbook: acme-marketo -->'
const TEXT = `${MARKER}\n\n## hookbook\n\nBy hand: nothing.\n`
const SHA = 'a'.repeat(40)

let place: Place
let github: StandIn | undefined

beforeEach(() => {
  place = newPlace()
})

afterEach(async () => {
  await github?.close()
  place.remove()
})

test('a pull request without a comment gets one', async () => {
  const ran = await comment({})
  expect(ran).toEqual({ exitCode: 0, output: 'pull request 7 has a comment now\n' })
  expect(bodies()).toEqual([TEXT])
})

test('its own comment is edited in place, and that of another project stays', async () => {
  const other = ours(2, '<!-- hookbook: other -->\n\nold')
  const ran = await comment({ comments: [other, ours(3, `${MARKER}\n\nold`)] })
  expect(ran.output).toBe('the comment of pull request 7 was edited\n')
  expect(bodies()).toEqual([other.body, TEXT])
})

test('a comment that says the same already is left alone', async () => {
  const ran = await comment({ comments: [ours(3, TEXT.replaceAll('\n', '\r\n'))] })
  expect(ran.output).toBe('the comment of pull request 7 is up to date\n')
  expect(github?.requests).toEqual([`GET /repos/${REPOSITORY}/issues/7/comments`])
})

test('a comment of somebody else with the marker is not touched', async () => {
  const hostile = { id: 3, body: TEXT, user: { login: 'mallory' } }
  await comment({ comments: [hostile] })
  expect(bodies()).toEqual([TEXT, TEXT])
  expect(github?.comments()[0]).toEqual(hostile)
})

test('a comment of the bot that only quotes the marker is not touched', async () => {
  const quoting = ours(3, `> ${MARKER}\n\nsomething else`)
  await comment({ comments: [quoting] })
  expect(bodies()).toEqual([quoting.body, TEXT])
})

test('of two comments of its own one is left', async () => {
  await comment({ comments: [ours(3, `${MARKER}\n\nold`), ours(4, `${MARKER}\n\nolder`)] })
  expect(bodies()).toEqual([TEXT])
})

test('its own comment is found on a later page', async () => {
  const others = Array.from({ length: 25 }, (_other, nth) => ({
    id: 100 + nth,
    body: `comment ${nth}`,
    user: { login: 'jane' },
  }))
  await comment({ comments: [...others, ours(3, `${MARKER}\n\nold`)], pageSize: 10 })
  expect(bodies()).toHaveLength(26)
  expect(bodies().at(-1)).toBe(TEXT)
})

test('a page that lies elsewhere is not followed, so that the token stays where it belongs', async () => {
  const mishap = {
    method: 'GET',
    status: 200,
    headers: { link: '<http://127.0.0.1:9/x>; rel="next"' },
  }
  const ran = await comment({ mishaps: [mishap] })
  expect(ran.output).toBe('pull request 7 has a comment now\n')
})

test('a comment that was deleted in between is written anew', async () => {
  const gone = { method: 'PATCH', status: 404 }
  const ran = await comment({ comments: [ours(3, `${MARKER}\n\nold`)], mishaps: [gone] })
  expect(ran.output).toBe('pull request 7 has a comment now\n')
})

test.each([
  [
    401,
    {},
    '::notice title=hookbook::the comment could not be written: GitHub does not take the token; give the step the token of the job (GitHub says: no)\n',
  ],
  [
    403,
    {},
    '::notice title=hookbook::the comment could not be written: the token may not do this; give the job the permission "pull-requests: write" (GitHub says: no)\n',
  ],
  [
    404,
    {},
    '::warning title=hookbook::the comment could not be written: there is nothing of that number here, or the token may not see it (GitHub says: no)\n',
  ],
  [
    422,
    {},
    '::warning title=hookbook::the comment could not be written: GitHub does not take it as it is (GitHub says: no)\n',
  ],
  [
    403,
    { 'x-ratelimit-remaining': '0' },
    '::notice title=hookbook::the comment could not be written: GitHub takes no more requests for now; run the job again later (GitHub says: no)\n',
  ],
  [
    429,
    { 'retry-after': '3600' },
    '::warning title=hookbook::the comment could not be written: GitHub takes no more requests for now; run the job again later (GitHub says: no)\n',
  ],
])('a refusal with %i %j is one sentence and no failure', async (status, headers, output) => {
  const ran = await comment({ mishaps: [{ method: 'POST', status, headers }] })
  expect(ran).toEqual({ exitCode: 0, output })
  expect(bodies()).toEqual([])
})

test('GitHub out of order is asked three times', async () => {
  const down = { method: 'POST', status: 502 }
  const ran = await comment({ mishaps: [down, down, down] })
  expect(ran.exitCode).toBe(0)
  expect(ran.output).toContain('GitHub is out of order (502); run the job again later')
  expect(github?.requests.filter((request) => request.startsWith('POST'))).toHaveLength(3)
})

test('a short pause that GitHub asks for is kept', async () => {
  const limited = { method: 'POST', status: 403, headers: { 'retry-after': '2' } }
  const ran = await comment({ mishaps: [limited, { method: 'POST', status: 500 }] })
  expect(ran.output).toBe('pull request 7 has a comment now\n')
})

test('GitHub out of reach is one sentence', async () => {
  place.write('comment.md', TEXT)
  const ran = await runScript('comment.mjs', {
    ...variables(),
    GITHUB_API_URL: 'http://127.0.0.1:9',
  })
  expect(ran).toEqual({
    exitCode: 0,
    output:
      '::warning title=hookbook::the comment could not be written: GitHub cannot be reached: no connection\n',
  })
})

test('what GitHub says cannot begin a command of the runner', async () => {
  const message = 'no\n::error::planted\r\n'
  const ran = await comment({ mishaps: [{ method: 'POST', status: 422, message }] })
  expect(ran.output.match(/^::/gm)).toHaveLength(1)
  expect(ran.output).toContain('(GitHub says: no ::error::planted )')
})

test.each([
  ['too long', `${MARKER}\n${'x'.repeat(65_536)}`, 'at most the 65536 characters'],
  ['too many bytes', `${MARKER}\n${'x'.repeat(300_000)}`, 'at most the 65536 characters'],
  ['without a marker', 'Hello\n', 'not the marker of hookbook'],
  ['with a marker below', `Hello\n${MARKER}\n`, 'not the marker of hookbook'],
  ['with a marker of its own', '<!-- hookbook: a --> @team', 'not the marker of hookbook'],
])('a text that is %s is not sent', async (_name, text, reason) => {
  const ran = await comment({}, text)
  expect(ran.exitCode).toBe(0)
  expect(ran.output).toContain('::notice title=hookbook::no comment: ')
  expect(ran.output).toContain(reason)
  expect(github?.requests).toEqual([])
})

test('a run that has left no comment says so', async () => {
  const ran = await comment({}, null)
  expect(ran).toEqual({
    exitCode: 0,
    output: '::notice title=hookbook::the run has left no comment\n',
  })
})

test("the comment of a fork's run goes to the pull request whose newest commit it is of", async () => {
  const ran = await foreignComment({ pulls: { 7: pull({}) } })
  expect(ran.output).toBe('pull request 7 has a comment now\n')
  const [body = ''] = bodies()
  expect(body.startsWith(`${MARKER}\n\n> Made by a run of a fork`)).toBe(true)
  expect(body).toContain('By hand: nothing.')
})

test.each([
  ['that has newer commits', pull({ sha: 'b'.repeat(40) })],
  ['of another repository', pull({ repository: 'somebody/else' })],
  ['that is closed', pull({ state: 'closed' })],
  ['whose fork is gone', { state: 'open', head: { sha: SHA, repo: null } }],
])('it does not go to a pull request %s', async (_name, found) => {
  const ran = await foreignComment({ pulls: { 7: found } })
  expect(ran.exitCode).toBe(0)
  expect(ran.output).toContain('is not of the newest commit of pull request 7')
  expect(bodies()).toEqual([])
})

test.each(['7; rm -rf /', '-1', '1e99', '', '../../other/repo/pulls/1', '7\n8'])(
  'a number that is none (%j) is not asked for',
  async (number) => {
    const ran = await foreignComment({ pulls: { 7: pull({}) } }, number)
    expect(ran.output).toBe(
      '::notice title=hookbook::no comment: the artifact names no pull request\n',
    )
    expect(github?.requests).toEqual([])
  },
)

test('a link in the artifact is not followed', async () => {
  place.write('secret.txt', TEXT)
  place.write('artifact/pull-request.txt', '7\n')
  symlinkSync(join(place.folder, 'secret.txt'), join(place.folder, 'artifact/comment.md'))
  github = await standIn({ pulls: { 7: pull({}) } })
  const ran = await runScript('comment.mjs', foreignVariables(join(place.folder, 'artifact')))
  expect(ran.output).toContain('::notice title=hookbook::no comment: ')
  expect(bodies()).toEqual([])
})

test('each project of a run has a comment of its own', async () => {
  place.write('all/hookbook-comment-a/comment.md', TEXT.replace('acme-marketo', 'a'))
  place.write('all/hookbook-comment-b/comment.md', TEXT.replace('acme-marketo', 'b'))
  for (const id of ['a', 'b']) place.write(`all/hookbook-comment-${id}/pull-request.txt`, '7\n')
  github = await standIn({ pulls: { 7: pull({}) } })
  await runScript('comment.mjs', foreignVariables(join(place.folder, 'all')))
  expect(bodies().map((body) => body.split('\n', 1)[0])).toEqual([
    '<!-- hookbook: a -->',
    '<!-- hookbook: b -->',
  ])
})

function ours(id: number, body: string): PostedText {
  return { id, body, user: BOT }
}

function pull({ sha = SHA, repository = 'fork/webhooks', state = 'open' }): unknown {
  return { state, head: { sha, repo: { full_name: repository } } }
}

async function comment(options: StandInOptions, text: string | null = TEXT): Promise<Ran> {
  github = await standIn(options)
  if (text !== null) place.write('comment.md', text)
  return runScript('comment.mjs', variables())
}

async function foreignComment(options: StandInOptions, number = '7'): Promise<Ran> {
  github = await standIn(options)
  place.write('comment.md', TEXT)
  place.write('pull-request.txt', number)
  return runScript('comment.mjs', foreignVariables(place.folder))
}

function variables(): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: github?.origin ?? '',
    GITHUB_EVENT_PATH: place.write('event.json', pullRequestEvent(7)),
    HOOKBOOK_FOLDER: place.folder,
  }
}

function foreignVariables(folder: string): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: github?.origin ?? '',
    HOOKBOOK_FOLDER: folder,
    HOOKBOOK_HEAD_SHA: SHA,
    HOOKBOOK_HEAD_REPOSITORY: 'fork/webhooks',
  }
}

function bodies(): readonly string[] {
  return (github?.comments() ?? []).map(({ body }) => body ?? '')
}
