import {
  CALL_EVENT,
  CALLS_EVENT,
  CALLS_PATH,
  CALLS_SHOWN,
  type CallView,
} from '../../browser/received/call-view.ts'
import type { SiteReply, SiteRequest, SiteServer } from '../../host/site-server.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { isOwnName, textReply, wholeReply } from '../site-answers.ts'

/** The page that shows what comes, in a browser of this machine. */
export interface CallsPage {
  readonly origin: string
  readonly show: (call: CallView) => void
  readonly close: () => Promise<void>
}

const FIRST_PORT = 4180
const PORTS_TRIED = 20

/** Serves the page on the wanted port and no other, or the first that is free from the usual one on. */
export async function openCallsPage(
  html: string,
  wanted: number | undefined,
  { host }: CommandContext,
): Promise<CallsPage> {
  const calls: CallView[] = []
  const opened: { origin: string } = { origin: '' }
  const server = await open(wanted, (request) => reply(request, { html, calls, opened }), host)
  opened.origin = server.origin
  return {
    origin: server.origin,
    show: (call) => {
      calls.push(call)
      if (calls.length > CALLS_SHOWN) calls.shift()
      server.push({ name: CALL_EVENT, data: JSON.stringify(call) })
    },
    close: server.close,
  }
}

async function open(
  wanted: number | undefined,
  answer: (request: SiteRequest) => SiteReply,
  host: CommandContext['host'],
): Promise<SiteServer> {
  const usual = Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index)
  for (const port of wanted === undefined ? [...usual, 0] : [wanted]) {
    const serving = await host.serveSite(port, answer)
    if (serving.status === 'open') return serving.server
  }
  throw new UsageError(`port ${wanted ?? FIRST_PORT} is taken; name another with --page-port`)
}

interface Shown {
  readonly html: string
  readonly calls: readonly CallView[]
  readonly opened: { readonly origin: string }
}

function reply({ host, method, target }: SiteRequest, { html, calls, opened }: Shown): SiteReply {
  if (!isOwnName(host, opened.origin)) {
    return textReply(403, `this is served as ${opened.origin} only`)
  }
  if (method !== 'GET' && method !== 'HEAD') return textReply(405, 'the page is only read')
  const path = target.replace(/[?#].*$/s, '')
  if (path === CALLS_PATH) {
    return { kind: 'events', first: { name: CALLS_EVENT, data: JSON.stringify(calls) } }
  }
  return path === '/'
    ? wholeReply(200, 'text/html; charset=utf-8', html)
    : textReply(404, `there is nothing; the page is ${opened.origin}/`)
}
