import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'

/**
 * By what the endpoint knows a repeated call: the values of the members that the definition names, in
 * the body, the query or the headers. Undefined where it names none, or the request does not hold one.
 */
export function repeatKey(webhook: CompiledWebhook, request: HttpRequest): string | undefined {
  const { idempotencyKey, bodyFormat } = webhook
  if (idempotencyKey.length === 0) return undefined
  const reading = bodyFormatNamed(bodyFormat).readBody(request.body ?? '')
  const held = [
    ...(reading.status === 'read' ? membersOf(reading.value) : []),
    ...new URLSearchParams(/\?([^#]*)/.exec(request.url)?.[1] ?? ''),
    ...request.headers,
  ]
  const values = idempotencyKey.map((name) => held.find(([own]) => own === lastPart(name))?.[1])
  return values.includes(undefined) ? undefined : JSON.stringify(values)
}

/** `order.id` ends in the member's own name. */
function lastPart(path: string): string {
  return path.split('.').at(-1) ?? path
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.entries(value)
  return [...own, ...own.flatMap(([, member]) => membersOf(member))]
}
