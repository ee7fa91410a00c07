import { isMap, parseJson } from '../base/json-value.ts'
import { visibleText } from '../base/visible-text.ts'
import type { HttpRequest } from '../emulate/call.ts'
import {
  CAPTURE_VERSION,
  type CapturedAnswer,
  type CapturedCall,
  type CapturedWebhook,
} from './captured-call.ts'

/** A line of a captures file, or what is wrong with it: words that go on after "this line ". */
export type DecodedCapture =
  | {
      readonly status: 'call'
      readonly call: CapturedCall
      /** Members that are left out because this version does not know them, as `answer.trailers`. */
      readonly unknown: readonly string[]
    }
  | { readonly status: 'unreadable'; readonly why: string }

type Members = Readonly<Record<string, unknown>>

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': [
    'version',
    'id',
    'at',
    'sender',
    'webhook',
    'request',
    'bodyBytes',
    'fault',
    'repeats',
    'answer',
  ],
  'webhook.': ['program', 'environment', 'id'],
  'request.': ['method', 'url', 'headers', 'body'],
  'answer.': ['status', 'reason', 'headers', 'body', 'bodyBytes'],
}

/** Reads one line, without what ends it. */
export function decodeCapture(line: string): DecodedCapture {
  const value = parseJson(line)
  if (value === undefined) return unreadable('is no whole JSON: it was cut off or edited')
  if (!isMap(value)) return unreadable('is JSON, but no captured request')
  const { version } = value
  if (version === undefined) return unreadable('states no "version": it is no captured request')
  if (version !== CAPTURE_VERSION) {
    const shown = typeof version === 'number' ? String(version) : 'that is no number'
    return unreadable(
      `has a version ${shown}; this version of hookbook reads ${String(CAPTURE_VERSION)}`,
    )
  }
  return decodeMembers(value)
}

function decodeMembers(value: Members): DecodedCapture {
  const { id, at, sender, webhook, request, bodyBytes, fault, repeats, answer } = value
  if (typeof id !== 'string' || id === '') return wrong('id', 'a text')
  const time = timeOf(at)
  if (time === undefined) return wrong('at', 'a time such as 2026-11-26T14:20:00.000Z')
  if (!isOptionalText(sender)) return wrong('sender', 'an address')
  if (webhook !== undefined && !isWebhook(webhook)) {
    return wrong('webhook', 'a program, an environment and an id')
  }
  if (!isRequest(request)) return wrong('request', 'a method, a url, and headers as pairs')
  if (!isOptionalBase64(bodyBytes)) return wrong('bodyBytes', 'bytes in base64')
  if (!isOptionalText(fault)) return wrong('fault', 'a text')
  if (!isOptionalText(repeats)) return wrong('repeats', 'a text')
  if (answer !== undefined && !isAnswer(answer)) return wrong('answer', 'a status and a body')
  const call: CapturedCall = {
    version: CAPTURE_VERSION,
    id,
    at: time,
    ...(sender === undefined ? {} : { sender }),
    ...(webhook === undefined ? {} : { webhook: webhookOf(webhook) }),
    request: requestOf(request),
    ...(bodyBytes === undefined ? {} : { bodyBytes }),
    ...(fault === undefined ? {} : { fault }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(answer === undefined ? {} : { answer: answerOf(answer) }),
  }
  const unknown = [
    ...unknownIn('', value),
    ...unknownIn('webhook.', webhook),
    ...unknownIn('request.', request),
    ...unknownIn('answer.', answer),
  ]
  return { status: 'call', call, unknown }
}

function unknownIn(place: string, value: unknown): readonly string[] {
  if (!isMap(value)) return []
  return Object.keys(value)
    .filter((name) => KNOWN[place]?.includes(name) !== true)
    .map((name) => place + visibleText(name.slice(0, 40)))
}

function webhookOf({ program, environment, id }: CapturedWebhook): CapturedWebhook {
  return { program, environment, id }
}

function requestOf({ method, url, headers, body }: WrittenRequest): HttpRequest {
  return { method, url, headers, body }
}

function answerOf({ status, reason, headers, body, bodyBytes }: WrittenAnswer): CapturedAnswer {
  return {
    status,
    reason: reason ?? '',
    headers: headers ?? [],
    body,
    ...(bodyBytes === undefined ? {} : { bodyBytes }),
  }
}

type WrittenRequest = Omit<HttpRequest, 'body'> & { readonly body?: string }

/** Whoever writes a line by hand may leave out what nothing depends on. */
type WrittenAnswer = Pick<CapturedAnswer, 'status' | 'body'> & Partial<CapturedAnswer>

function isWebhook(value: unknown): value is CapturedWebhook {
  return isMap(value) && ['program', 'environment', 'id'].every((name) => isText(value[name]))
}

function isRequest(value: unknown): value is WrittenRequest {
  return (
    isMap(value) &&
    isText(value['method']) &&
    isText(value['url']) &&
    isHeaders(value['headers']) &&
    isOptionalText(value['body'])
  )
}

function isAnswer(value: unknown): value is WrittenAnswer {
  if (!isMap(value)) return false
  const { status, reason, headers, body, bodyBytes } = value
  const isStatus = typeof status === 'number' && Number.isInteger(status)
  const hasHeaders = headers === undefined || isHeaders(headers)
  const hasBody = typeof body === 'string' && isOptionalBase64(bodyBytes)
  return isStatus && hasHeaders && hasBody && isOptionalText(reason)
}

function isHeaders(value: unknown): value is HttpRequest['headers'] {
  return Array.isArray(value) && value.every(isPair)
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isText)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || isText(value)
}

function isOptionalBase64(value: unknown): value is string | undefined {
  return (
    value === undefined ||
    (isText(value) && value.length % 4 === 0 && /^[\w+/]*={0,2}$/.test(value))
  )
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

function timeOf(value: unknown): number | undefined {
  if (!isText(value) || !TIME.test(value)) return undefined
  const time = new Date(value).getTime()
  return Number.isNaN(time) ? undefined : time
}

function wrong(member: string, expected: string): DecodedCapture {
  return unreadable(`does not hold ${expected} under "${member}"`)
}

function unreadable(why: string): DecodedCapture {
  return { status: 'unreadable', why }
}
