import type { HttpRequest } from '../emulate/call.ts'

/**
 * One request as an endpoint has received it, and what it answered: a line of a captures file.
 * It holds what a lead holds, so that a captures file is kept out of git like any other personal data.
 */
export interface CapturedCall {
  readonly version: typeof CAPTURE_VERSION
  /** Given by whoever captured it: the same request is never kept under two of them. */
  readonly id: string
  /** When the request had come in whole, in milliseconds since the epoch. */
  readonly at: number
  /** The address that the request came from, where it was seen. */
  readonly sender?: string
  /** The webhook whose endpoint it reached; undefined where no route led to one. */
  readonly webhook?: CapturedWebhook
  /**
   * The target as it stood in the request line, headers in their order and case. Values of secrets are
   * replaced by `MASKED_SECRET` before they are kept. The body is the text that was sent, unless `bodyBytes` is there.
   */
  readonly request: HttpRequest
  /** The body byte for byte, in base64, where it is no valid UTF-8. */
  readonly bodyBytes?: string
  /** The fault that was asked for, by its id: what was answered says nothing about the request. */
  readonly fault?: string
  /** The call whose answer was given again, by its id: the same request had come before. */
  readonly repeats?: string
  /** What went out; undefined where the connection ended without an answer. */
  readonly answer?: CapturedAnswer
}

export interface CapturedWebhook {
  readonly program: string
  readonly environment: string
  readonly id: string
}

export interface CapturedAnswer {
  readonly status: number
  readonly reason: string
  readonly headers: HttpRequest['headers']
  readonly body: string
  /** The body byte for byte, in base64, where it is no valid UTF-8. */
  readonly bodyBytes?: string
}

/** Goes up when a reader of the earlier form would misread a line; every earlier form stays readable. */
export const CAPTURE_VERSION = 1

/** What stands in a capture where a secret stood. */
export const MASKED_SECRET = '(secret)'
