import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PostedText {
  readonly id: number
  readonly number?: number
  readonly title?: string
  readonly state?: string
  readonly body: string | null
  readonly user: { readonly login: string }
  readonly pull_request?: unknown
}

/** What the stand-in does instead of its work: for the next requests of a method, in order. */
export interface Mishap {
  readonly method: string
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
}

export interface StandInOptions {
  readonly comments?: readonly PostedText[]
  readonly issues?: readonly PostedText[]
  readonly pulls?: Readonly<Record<string, unknown>>
  readonly mishaps?: readonly Mishap[]
  /** How many entries a page has, whatever is asked for. */
  readonly pageSize?: number
}

export const REPOSITORY = 'acme/webhooks'
export const BOT = { login: 'github-actions[bot]' }

/** As much of GitHub's REST API as the action needs, on loopback. */
export interface StandIn {
  readonly origin: string
  /** `PATCH /repos/acme/webhooks/issues/comments/1`, in order. */
  readonly requests: readonly string[]
  readonly comments: () => readonly PostedText[]
  readonly issues: () => readonly PostedText[]
  readonly close: () => Promise<void>
}

export async function standIn(options: StandInOptions = {}): Promise<StandIn> {
  const state = {
    texts: { comments: [...(options.comments ?? [])], issues: [...(options.issues ?? [])] },
    mishaps: [...(options.mishaps ?? [])],
    requests: new Array<string>(),
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${portOf(server)}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request
    const [path = '', query = ''] = url.split('?')
    state.requests.push(`${method} ${path}`)
    const body = await readBody(request)
    const nth = state.mishaps.findIndex((mishap) => mishap.method === method)
    const [mishap] = nth === -1 ? [] : state.mishaps.splice(nth, 1)
    if (mishap !== undefined) {
      const { status, headers = {}, message = 'no' } = mishap
      return send(response, status, { message }, headers)
    }
    if (request.headers.authorization !== 'Bearer a-token') return send(response, 401, {})
    const [kind, ...rest] = path.replace(`/repos/${REPOSITORY}/`, '').split('/')
    if (kind === 'pulls') {
      const pull = options.pulls?.[rest[0] ?? '']
      return send(response, pull === undefined ? 404 : 200, pull ?? { message: 'Not Found' })
    }
    const isComment = rest.includes('comments')
    const list = isComment ? state.texts.comments : state.texts.issues
    const id = Number(rest.at(-1))
    if (method === 'GET') return sendPage(response, list, new URLSearchParams(query), path)
    if (method === 'POST') {
      const made = { id: 900 + list.length, number: 40 + list.length, state: 'open', user: BOT }
      list.push({ ...made, body: null, ...body })
      return send(response, 201, list.at(-1))
    }
    const at = list.findIndex((text) => (isComment ? text.id : text.number) === id)
    const found = list[at]
    if (found === undefined) return send(response, 404, { message: 'Not Found' })
    if (method === 'DELETE') list.splice(at, 1)
    else list[at] = { ...found, ...body }
    return send(response, method === 'DELETE' ? 204 : 200, list[at] ?? {})
  }

  function sendPage(
    response: ServerResponse,
    list: readonly PostedText[],
    query: URLSearchParams,
    path: string,
  ): void {
    const size = Math.min(options.pageSize ?? 100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const shown = list.slice((page - 1) * size, page * size)
    const next = `<${origin}${path}?per_page=${size}&page=${page + 1}>; rel="next"`
    send(response, 200, shown, page * size < list.length ? { link: next } : {})
  }

  return {
    origin,
    requests: state.requests,
    comments: () => state.texts.comments,
    issues: () => state.texts.issues,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function portOf(server: Server): number {
  // It listens on a port and not on a pipe.
  const { port } = server.address() as AddressInfo
  return port
}

async function readBody(request: IncomingMessage): Promise<Partial<PostedText>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : JSON.parse(text)
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(status === 204 ? undefined : JSON.stringify(body))
}
