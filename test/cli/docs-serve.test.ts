import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHost, type MemoryHostOptions } from '../../src/host/memory-host.ts'
import type { SiteReply, SiteRequest } from '../../src/host/site-server.ts'

const PROGRAM = 'programs/lead-sync/program.yaml'
const STARTER = await starter()

async function starter(): Promise<Readonly<Record<string, string>>> {
  const host = memoryHost()
  await main(['init'], host)
  return host.written()
}

interface Served {
  readonly host: MemoryHost
  readonly origin: string
  readonly ask: (request: Partial<SiteRequest>) => Extract<SiteReply, { readonly kind: 'whole' }>
  /** Waits for a line on the terminal. */
  readonly until: (words: string) => Promise<void>
  /** Ctrl-C; gives the exit code. */
  readonly end: () => Promise<number>
}

async function serve(words: string, options: MemoryHostOptions = {}): Promise<Served> {
  const host = memoryHost({ files: STARTER, seed: 7, ...options })
  const over = main(['docs', 'serve', ...words.split(' ').filter((word) => word !== '')], host)
  const until = async (wanted: string): Promise<void> => {
    while (!host.output().stdout.includes(wanted)) await new Promise((next) => setImmediate(next))
  }
  await until('Ctrl-C ends')
  const [origin = ''] = host.sites.origins()
  return {
    host,
    origin,
    until,
    ask: (request) => {
      const reply = host.sites.ask(origin, request)
      if (reply?.kind !== 'whole') throw new Error(`no page: ${reply?.kind}`)
      return reply
    },
    end: () => {
      host.interrupt()
      return over
    },
  }
}

test('pages are served from memory on the usual port, and Ctrl-C ends it cleanly', async () => {
  const { host, origin, ask, end } = await serve('')
  expect(origin).toBe('http://127.0.0.1:4173')
  expect(host.output().stdout).toBe('2 pages at http://127.0.0.1:4173/ (Ctrl-C ends)\n')
  expect(ask({ target: '/' }).body).toContain('my-marketo: runbooks of its webhooks')
  expect(ask({ target: '/lead-sync/live.html?x#y' })).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
  expect(ask({ target: '/lead-sync/latest.json' }).headers['content-type']).toContain('json')
  expect(Object.keys(host.written()).filter((path) => path.startsWith('site/'))).toEqual([])
  expect(await end()).toBe(0)
  expect(host.sites.origins()).toEqual([])
})

test('a port that is taken is passed over, unless it is the one that was named', async () => {
  const next = await serve('--open', { takenPorts: [4173, 4174] })
  expect(next.origin).toBe('http://127.0.0.1:4175')
  expect(next.host.sites.opened).toEqual(['http://127.0.0.1:4175/'])
  await next.end()
  const host = memoryHost({ files: STARTER, takenPorts: [4173] })
  expect(await main(['docs', 'serve', '--port', '4173'], host)).toBe(2)
  expect(host.output().stderr).toBe('hookbook: port 4173 is taken; name another with --port\n')
})

test.each([
  '/../programs/project.yaml',
  '/..%2fprograms/project.yaml',
  '/%2e%2e/programs/project.yaml',
  '//etc/passwd',
  '/programs/project.yaml',
  '/lead-sync/../../programs/project.yaml',
  '/__proto__',
  '/constructor.html',
  '/manifest.json',
])('%s is no page', async (target) => {
  const { ask, end } = await serve('')
  expect(ask({ target }).status).toBe(404)
  await end()
})

test('what is no address is said to be none', async () => {
  const { ask, end } = await serve('')
  expect(ask({ target: '/%zz' }).status).toBe(400)
  expect(ask({ method: 'POST' }).status).toBe(405)
  await end()
})

test.each(['evil.example', 'evil.example:4173', '127.0.0.1', '127.0.0.1:80', '', '[::1]:4173'])(
  'a page of the name "%s" that was made to lead here reads nothing',
  async (host) => {
    const { ask, end } = await serve('')
    expect(ask({ host })).toMatchObject({ status: 403 })
    expect(ask({ host: 'localhost:4173' })).toMatchObject({ status: 200 })
    await end()
  },
)

test('only a served page listens for changes, and its policy allows that script', async () => {
  const { ask, end } = await serve('')
  for (const target of ['/', '/lead-sync/live.html', '/lead-sync/contract.html']) {
    const { body } = ask({ target })
    expect(body.match(/new EventSource\('\/-\/events'\)/g)).toHaveLength(1)
    expect(body).not.toContain("script-src 'none'")
  }
  await end()
  const host = memoryHost({ files: STARTER })
  await main(['docs', 'build'], host)
  for (const [path, text] of Object.entries(host.written()).filter(([name]) =>
    name.startsWith('site/'),
  ))
    expect(text, path).not.toContain('EventSource')
})

test('a change is shown, and told to the pages that are open', async () => {
  const { host, origin, ask, until, end } = await serve('')
  expect(host.sites.ask(origin, { target: '/-/events' })).toEqual({
    kind: 'events',
    first: { name: 'build', data: '7-1' },
  })
  host.edit(PROGRAM, STARTER[PROGRAM]?.replace('Lead sync to the CRM', 'Another title') ?? '')
  await until('changed: 2 pages')
  expect(host.sites.pushed).toEqual([{ name: 'build', data: '7-2' }])
  expect(ask({ target: '/lead-sync/live.html' }).body).toContain('Another title')
  host.edit('programs/lead-sync/notes.md', '## Tell\n\nRing the bell.\n')
  await until('notes.md changed: 2 pages')
  expect(ask({ target: '/lead-sync/live.html' }).body).toContain('Ring the bell.')
  host.edit(
    'schemas/crm-lead.request.schema.json',
    STARTER['schemas/crm-lead.request.schema.json']?.replace('Lead score.', 'Another score.') ?? '',
  )
  await until('crm-lead.request.schema.json changed: 2 pages')
  expect(ask({ target: '/lead-sync/contract.html' }).body).toContain('Another score.')
  expect(await end()).toBe(0)
})

test('what is generated changes nothing', async () => {
  const { host, end } = await serve('')
  host.edit('programs/lead-sync/generated/contract.md', 'x')
  await end()
  expect(host.sites.pushed).toEqual([])
})

test('an error is shown as a page that comes back by itself', async () => {
  const { host, ask, until, end } = await serve('')
  host.edit(PROGRAM, STARTER[PROGRAM]?.replace('revision: 1', 'revision: <one>') ?? '')
  await until('changed: 1 error')
  for (const target of ['/', '/lead-sync/live.html']) {
    const { body, status } = ask({ target })
    expect(status).toBe(200)
    expect(body).toContain('These pages cannot be shown')
    expect(body).toContain('"&#x3C;one>" stands where a whole number from 1 upwards is expected')
    expect(body).toContain('EventSource')
  }
  expect(ask({ target: '/lead-sync/latest.json' }).status).toBe(404)
  host.edit(PROGRAM, STARTER[PROGRAM] ?? '')
  await until('changed: 2 pages')
  expect(ask({ target: '/' }).body).toContain('runbooks of its webhooks')
  expect(await end()).toBe(0)
})

test('a credential that is typed while pages are served is shown on none', async () => {
  const { host, ask, until, end } = await serve('')
  const typed = STARTER[PROGRAM]?.replace(
    '{secret: crm-key, format: "Bearer ${secret}"}',
    'Bearer abcdef0123456789',
  )
  host.edit(PROGRAM, typed ?? '')
  await until('changed: 1 error')
  expect(ask({ target: '/' }).body).toContain('secrets-by-reference')
  expect(ask({ target: '/' }).body).not.toContain('abcdef0123456789')
  await end()
  expect(host.output().stdout).not.toContain('abcdef0123456789')
})

test('without a project there is nothing to serve', async () => {
  const host = memoryHost({ files: {} })
  expect(await main(['docs', 'serve'], host)).toBe(2)
  expect(host.output().stderr).toContain('there is no project.yaml')
})
