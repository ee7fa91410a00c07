import { fingerprint } from '../../base/fingerprint.ts'
import { isMap } from '../../base/json-value.ts'
import type { HttpRequest } from '../../emulate/call.ts'
import { parsePath } from '../../marketo/response-types/parse-path.ts'
import { resolvePath } from '../../marketo/response-types/resolve-path.ts'
import type { ServedWebhook } from './served-webhook.ts'

/** What was read of a request: the value of its body, and the rest of it. */
export interface ReadRequest {
  readonly value: unknown
  readonly request: HttpRequest
}

/**
 * By what a call is known again: a fingerprint of the members that the definition names, so that no value
 * of a lead is kept as a key. Undefined where the definition names none, or the request lacks one.
 */
export function callKey(
  { compiled, webhook }: ServedWebhook,
  read: ReadRequest,
): string | undefined {
  if (webhook.idempotencyKey.length === 0) return undefined
  const members = webhook.idempotencyKey.map((name) => memberNamed(name, read))
  if (members.includes(undefined)) return undefined
  const { id, environment } = compiled.program
  return fingerprint([id.value, environment.id.value, webhook.id, members])
}

/** Members of the body first, below the root element in XML; then parameters of the URL, then headers. */
function memberNamed(name: string, { value, request }: ReadRequest): unknown {
  return (
    memberAt(name, value) ??
    memberAt(name, rootOf(value)) ??
    parameterNamed(name, request.url) ??
    request.headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1]
  )
}

function memberAt(name: string, value: unknown): unknown {
  const path = parsePath(name)
  if (path.status !== 'path') return undefined
  const found = resolvePath(value, path.segments)
  return found.status === 'found' ? found.value : undefined
}

function rootOf(value: unknown): unknown {
  const members = isMap(value) ? Object.values(value) : []
  return members.length === 1 ? members[0] : undefined
}

function parameterNamed(name: string, url: string): string | undefined {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? ''
  return new URLSearchParams(query).get(name) ?? undefined
}
