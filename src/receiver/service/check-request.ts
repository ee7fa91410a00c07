import { createHash, timingSafeEqual } from 'node:crypto'
import type { CompiledHeader, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { HttpRequest } from '../../emulate/call.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import { declaredPointer } from '../declared-pointer.ts'
import { compileSchema } from '../json-schema.ts'
import type { Refusal, RefusalCode } from './refusal.ts'

/** A request whose body has been read to its end. */
export interface ReceivedRequest {
  readonly request: HttpRequest
  /** The body, byte for byte. */
  readonly bytes: Uint8Array
  /** True where the body was longer than is read. */
  readonly isTooLarge: boolean
  /** The address that the connection came from. */
  readonly sender: string
}

/** What a request is: one that the contract allows, with the value of its body, or one that is refused. */
export type RequestVerdict =
  | { readonly status: 'accepted'; readonly value: unknown }
  | { readonly status: 'refused'; readonly refusal: Refusal }

/** The value of a secret; undefined where it is not known, and only its presence can be checked. */
export type KnownSecret = (id: string) => string | undefined

/**
 * Holds a request against the contract as a strict endpoint would. Nothing of what was sent stands in a
 * refusal: not a value, and no name that the schema does not know.
 */
export function checkRequest(
  webhook: CompiledWebhook,
  received: ReceivedRequest,
  secretOf: KnownSecret,
): RequestVerdict {
  const { request } = received
  for (const header of webhook.headers) {
    const refusal = headerRefusal(header, request, secretOf)
    if (refusal !== undefined) return { status: 'refused', refusal }
  }
  if (webhook.template === undefined) return { status: 'accepted', value: undefined }
  return checkBody(webhook, received)
}

function headerRefusal(
  header: CompiledHeader,
  { headers }: HttpRequest,
  secretOf: KnownSecret,
): Refusal | undefined {
  const { name } = header
  const value = headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1]
  if (header.kind === 'secret') {
    if (value === undefined || value === '') {
      return { code: 'secret-missing', message: `the header ${name} is missing` }
    }
    const secret = secretOf(header.secret)
    const expected = secret && header.format.replaceAll('${secret}', () => secret)
    if (expected === undefined || isSameSecret(value, expected)) return undefined
    return { code: 'secret-wrong', message: `the header ${name} does not hold the agreed secret` }
  }
  const isConstant = header.value.parts.every(({ kind }) => kind === 'text')
  if (value === undefined || (value === '' && isConstant)) {
    return { code: 'header-missing', message: `the header ${name} is missing` }
  }
  const type = isConstant && name.toLowerCase() === 'content-type' && header.value.text.value
  if (type === false || mediaType(type) === mediaType(value)) return undefined
  return {
    code: 'wrong-content-type',
    message: `the Content-Type ${mediaType(type)} is expected`,
  }
}

/** In constant time, whatever the lengths: the digests are compared. */
function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

/** Without parameters such as the charset, which readers of JSON and forms ignore. */
function mediaType(value: string): string {
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function checkBody(webhook: CompiledWebhook, received: ReceivedRequest): RequestVerdict {
  if (received.isTooLarge) return refuse('body-too-large', 'the body is too large')
  const text = textOf(received.bytes)
  if (text === undefined) return refuse('body-unreadable', 'the body is no UTF-8')
  const format = bodyFormatNamed(webhook.bodyFormat)
  const reading = format.readBody(text)
  if (reading.status === 'unreadable') {
    const where = `at byte ${new TextEncoder().encode(text.slice(0, reading.offset)).length}`
    return refuse('body-unreadable', `the body is no ${format.title} that can be read, ${where}`)
  }
  const violation = violationOf(webhook, reading.value)
  return violation === undefined
    ? { status: 'accepted', value: reading.value }
    : refuse('contract-broken', violation)
}

/** The first thing that the request schema has against a body; undefined where it fits, or there is no schema. */
function violationOf({ request }: CompiledWebhook, value: unknown): string | undefined {
  const compiled = request && compileSchema(request)
  const [violation] = compiled?.status === 'compiled' ? compiled.check(value) : []
  if (violation === undefined) return undefined
  const place = declaredPointer(violation.path, request)
  return `${place === '' ? 'the body' : place} ${violation.message}`
}

function refuse(code: RefusalCode, message: string): RequestVerdict {
  return { status: 'refused', refusal: { code, message } }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes)
  } catch {
    return undefined
  }
}
