import type { HttpRequest } from '../emulate/call.ts'

/**
 * One request as an endpoint has received it, and what it answered: a line of a captures file.
 * It holds what a lead holds, so that a captures file is kept out of git like any other personal data.
 */
export interface CapturedCall {
  readonly version: 1
  /** Given by whoever captured it: the same request is never kept under two of them. */
  readonly id: string
  /** When the request had come in whole, in milliseconds since the epoch. */
  readonly at: number
  /** Header values of secrets are replaced by `MASKED_SECRET` before they are kept. */
  readonly request: HttpRequest
  /** The body byte for byte, in base64, where it is no valid UTF-8. */
  readonly bodyBytes?: string
  /** Undefined where the connection ended without an answer. */
  readonly answer?: CapturedAnswer
}

export interface CapturedAnswer {
  readonly status: number
  readonly body: string
}

/** What stands in a capture where a secret stood. */
export const MASKED_SECRET = '(secret)'
