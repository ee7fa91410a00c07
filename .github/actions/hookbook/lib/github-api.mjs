/** As much of GitHub's REST API as comments and issues need. Problems are values with one sentence. */

/** A page holds at most a hundred entries; nobody has three thousand comments of which one is ours. */
const MOST_PAGES = 30
const TRIES = 3
/** Whoever is told to come back later than this gives up. */
const LONGEST_WAIT_S = 60

/** Something that GitHub does not do, in one sentence for the log. */
export class GitHubRefusal extends Error {
  constructor(message, status) {
    super(message)
    this.status = status
  }
}

/** Reads and writes the repository's part of the API. */
export function githubApi(environment) {
  const { GITHUB_API_URL: url = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } =
    environment
  const { GITHUB_TOKEN: token = '', HOOKBOOK_WAIT_MS: wait = '1000' } = environment
  const base = `${url}/repos/${repository}`
  const send = (method, address, body) =>
    sendTried({ method, address, body, token, wait: Number(wait) })
  return {
    get: async (path) => (await send('GET', base + path)).json,
    list: (path) => listAll(send, base + path, url),
    post: async (path, body) => (await send('POST', base + path, body)).json,
    patch: async (path, body) => (await send('PATCH', base + path, body)).json,
    delete: async (path) => (await send('DELETE', base + path)).json,
  }
}

/** Every page; the next one is followed only where the token may go. */
async function listAll(send, first, url) {
  const all = []
  let next = first
  for (let page = 0; page < MOST_PAGES && next !== undefined; page++) {
    const { json, headers } = await send('GET', next)
    all.push(...(Array.isArray(json) ? json : []))
    const link = /<([^>]+)>;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1]
    next = link !== undefined && new URL(link).origin === new URL(url).origin ? link : undefined
  }
  return all
}

async function sendTried(request) {
  for (let tried = 1; ; tried++) {
    const answer = await sendOnce(request)
    if (answer.status < 300) return answer
    const pause = pauseAfter(answer, tried, request.wait)
    if (tried === TRIES || pause === undefined) throw refusal(answer)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

async function sendOnce({ method, address, body, token }) {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'hookbook',
        'x-github-api-version': '2022-11-28',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { status, headers } = response
    return { status, headers, json: parse(await response.text()) }
  } catch (cause) {
    const reason = cause?.name === 'TimeoutError' ? 'no answer within 30 s' : 'no connection'
    return { status: 599, headers: new Headers(), json: undefined, reason }
  }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** In milliseconds; undefined where another try would not help. */
function pauseAfter({ status, headers }, tried, wait) {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  if (isLimited(status, headers)) return seconds <= LONGEST_WAIT_S ? seconds * wait : undefined
  return status >= 500 ? wait * 2 ** (tried - 1) : undefined
}

function isLimited(status, headers) {
  const isSpent = headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')
  return status === 429 || (status === 403 && isSpent)
}

function refusal({ status, headers, json, reason }) {
  const said = typeof json?.message === 'string' ? ` (GitHub says: ${oneLine(json.message)})` : ''
  return new GitHubRefusal(`${meaningOf(status, headers, reason)}${said}`, status)
}

function meaningOf(status, headers, reason) {
  if (isLimited(status, headers))
    return 'GitHub takes no more requests for now; run the job again later'
  if (reason !== undefined) return `GitHub cannot be reached: ${reason}`
  if (status === 401) return 'GitHub does not take the token; give the step the token of the job'
  if (status === 403) return 'the token may not do this; give the job the permission'
  if (status === 404) return 'there is nothing of that number here, or the token may not see it'
  if (status === 410) return 'this was switched off, or deleted, in the repository'
  if (status === 422) return 'GitHub does not take it as it is'
  if (status >= 500) return `GitHub is out of order (${status}); run the job again later`
  return `GitHub answered ${status}`
}

/** What the other side says stays on its line of the log, and is no command there. */
function oneLine(text) {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200)
}
