import type { CompiledHeader, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Answer } from '../emulate/answer.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import { respond } from './answer.ts'
import { compileSchema } from './json-schema.ts'
import type { SchemaCheck } from './schema-violation.ts'
import { sampleResponse } from './sample-response.ts'
import { writeBody } from './write-body.ts'

/** An endpoint as the contract has it: the same request always gets the same answer. */
export type Receiver = (request: HttpRequest) => Answer

/** Checks a request as a strict endpoint would, and answers with a sample of the response schema. */
export function makeReceiver(webhook: CompiledWebhook): Receiver {
  const compiled = webhook.request === undefined ? undefined : compileSchema(webhook.request)
  const check = compiled?.status === 'compiled' ? compiled.check : undefined
  const success = writeBody(webhook, sampleResponse(webhook))
  return (request) =>
    refusal(webhook, request, check) ?? respond(200, success.mediaType, success.body)
}

function refusal(
  webhook: CompiledWebhook,
  request: HttpRequest,
  check: SchemaCheck | undefined,
): Answer | undefined {
  const refuse = (status: number, message: string): Answer => {
    const { mediaType, body } = writeBody(webhook, { error: { status: 'error', message } })
    return respond(status, mediaType, body)
  }
  const path = staticPath(webhook)
  if (path !== undefined && pathOf(request.url) !== path) return refuse(404, `${path} is expected`)
  if (request.method !== webhook.method) return refuse(405, `${webhook.method} is expected`)
  const missing = webhook.headers.find((header) => !hasHeader(request, header))
  if (missing !== undefined) return refuse(401, `the header ${missing.name} is missing`)
  const type = mediaType(webhook.headers.find(isStaticType)?.value.text.value)
  const own = mediaType(request.headers.find(([name]) => name.toLowerCase() === TYPE)?.[1])
  if (type !== own && type !== undefined) return refuse(415, `the Content-Type ${type} is expected`)
  if (webhook.template === undefined) return undefined
  const reading = bodyFormatNamed(webhook.bodyFormat).readBody(request.body ?? '')
  if (reading.status === 'unreadable')
    return refuse(400, `the body cannot be read: ${reading.reason}`)
  const [violation] = check?.(reading.value) ?? []
  return violation === undefined
    ? undefined
    : refuse(422, `${violation.path || 'the body'} ${violation.message}`)
}

/** A header whose value is a lead's may be empty; one that is always the same may not. */
function hasHeader({ headers }: HttpRequest, header: CompiledHeader): boolean {
  const mayBeEmpty =
    header.kind === 'text' && !header.value.parts.some(({ kind }) => kind === 'text')
  return headers.some(
    ([name, value]) =>
      name.toLowerCase() === header.name.toLowerCase() && (mayBeEmpty || value !== ''),
  )
}

const TYPE = 'content-type'

function isStaticType(
  header: CompiledHeader,
): header is Extract<CompiledHeader, { readonly kind: 'text' }> {
  if (header.kind !== 'text' || header.name.toLowerCase() !== TYPE) return false
  return header.value.parts.every(({ kind }) => kind === 'text')
}

/** Without parameters such as the charset, which readers of JSON and forms ignore. */
function mediaType(value: string | undefined): string | undefined {
  return value?.split(';')[0]?.trim().toLowerCase()
}

/** The path of every request; undefined where a lead decides on it. */
function staticPath({ url }: CompiledWebhook): string | undefined {
  const [first, second] = url.parts
  if (first?.kind !== 'text') return undefined
  const isWhole = second === undefined || /[?#]/.test(first.text)
  return isWhole ? pathOf(first.text) : undefined
}

/** As parsers of URLs have it, for requests that went through one on their way. */
function pathOf(url: string): string | undefined {
  const base = 'http://127.0.0.1/'
  return URL.canParse(url, base) ? new URL(url, base).pathname : undefined
}
