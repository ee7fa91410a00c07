import type { CapturedAnswer } from '../capture/captured-call.ts'
import type { HttpRequest } from '../emulate/call.ts'

/** What a definition is to be written from, whatever form it came in. */
export interface ImportedCall {
  readonly request: HttpRequest
  /** What the endpoint answered, where that was seen. */
  readonly answer: ImportedAnswer | undefined
  /** `template`: the body is what is typed into the Template field, with tokens; `request`: what went over the wire. */
  readonly holds: 'request' | 'template'
  /** What of the input was not taken over, or is not certain, one sentence each. */
  readonly told: readonly string[]
}

/** What of an answer a definition depends on. */
export type ImportedAnswer = Pick<CapturedAnswer, 'status' | 'body'>

/** What came of reading an input: calls to choose from, or why there is none. */
export type InputReading =
  | { readonly status: 'read'; readonly calls: readonly ImportedCall[] }
  | { readonly status: 'unreadable'; readonly reason: string }

/** What an input cannot say of a call. */
export interface InputFlags {
  readonly url?: string
  readonly method?: string
}

/** A form in which a request may come. The open set is listed in `inputs.ts`. */
export interface InputKind {
  readonly name: string
  readonly title: string
  /** Whether a text looks like this kind. */
  readonly recognises: (text: string) => boolean
  readonly read: (text: string, flags: InputFlags) => InputReading
}
