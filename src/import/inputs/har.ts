import { isMap, parseJson } from '../../base/json-value.ts'
import { withoutTransportHeaders } from '../transport-headers.ts'
import type { ImportedAnswer, ImportedCall, InputKind } from '../imported-request.ts'

/** An HTTP archive, as browsers and proxies save it. Source: W3C, "HTTP Archive (HAR) format" 1.2. */
export const har: InputKind = {
  name: 'har',
  title: 'an HTTP archive (HAR)',
  recognises: (text) => entriesOf(text) !== undefined,
  read: (text) => {
    const entries = entriesOf(text)
    if (entries === undefined) return { status: 'unreadable', reason: 'it has no log.entries' }
    const calls = entries.flatMap(callOf)
    const sending = calls.filter(({ request }) => !/^(?:GET|HEAD|OPTIONS)$/.test(request.method))
    return calls.length === 0
      ? { status: 'unreadable', reason: 'it holds no request' }
      : { status: 'read', calls: sending.length > 0 ? sending : calls }
  },
}

function entriesOf(text: string): readonly unknown[] | undefined {
  const root = /^\s*\{/.test(text) ? parseJson(text) : undefined
  const log = isMap(root) ? root['log'] : undefined
  const entries = isMap(log) ? log['entries'] : undefined
  return Array.isArray(entries) ? entries : undefined
}

function callOf(entry: unknown): readonly ImportedCall[] {
  const request = isMap(entry) ? entry['request'] : undefined
  if (!isMap(entry) || !isMap(request)) return []
  const { method, url } = request
  if (typeof method !== 'string' || typeof url !== 'string') return []
  const { kept, told } = withoutTransportHeaders(pairsOf(request['headers']), 'recording')
  const body = bodyOf(request['postData'])
  const call = { method: method.toUpperCase(), url, headers: kept, body }
  return [{ request: call, answer: answerOf(entry['response']), holds: 'request', told }]
}

function pairsOf(list: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((each: unknown) => {
    if (!isMap(each)) return []
    const { name, value } = each
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : []
  })
}

/** Some tools save a form as its pairs alone. */
function bodyOf(postData: unknown): string | undefined {
  if (!isMap(postData)) return undefined
  const { text, params } = postData
  if (typeof text === 'string') return text
  const form = new URLSearchParams()
  for (const [name, value] of pairsOf(params)) form.append(name, value)
  return form.size === 0 ? undefined : form.toString()
}

function answerOf(response: unknown): ImportedAnswer | undefined {
  const content = isMap(response) ? response['content'] : undefined
  const status = isMap(response) ? response['status'] : undefined
  if (typeof status !== 'number' || status === 0) return undefined
  const { text, encoding } = isMap(content) ? content : {}
  if (typeof text !== 'string') return { status, body: '' }
  return { status, body: encoding === 'base64' ? fromBase64(text) : text }
}

function fromBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/]/g, '')), (character) =>
    character.charCodeAt(0),
  )
  return new TextDecoder().decode(bytes)
}
