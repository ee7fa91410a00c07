import type { Answer } from '../emulate/answer.ts'
import type { HttpRequest } from '../emulate/call.ts'

/** A request whose body has been read to its end. */
export interface IncomingRequest {
  /** Its url is the target as it stands in the request line; its body is the text of the bytes. */
  readonly request: HttpRequest
  /** The body, byte for byte. */
  readonly bytes: Uint8Array
  /** True where the body was longer than is read; what came is not kept. */
  readonly isTooLarge: boolean
  /** The address that the connection came from. */
  readonly sender: string
}

/** Says what to answer, when all that must be done before has been done. */
export type AnswerIncoming = (incoming: IncomingRequest) => Promise<Answer>

export interface Listening {
  /** 0 is any free one. */
  readonly port: number
  /** The address to listen at, as `127.0.0.1`. */
  readonly address: string
  /** In PEM; plain HTTP when not given. */
  readonly tls?: { readonly certificate: string; readonly key: string }
  /** Longer bodies are refused unread. */
  readonly mostBytes: number
}

export interface ReceiverServer {
  /** `http://127.0.0.1:PORT`, or https. */
  readonly origin: string
  /** Takes no more requests, and ends when those that came have their answers, or after so many milliseconds. */
  readonly close: (patience: number) => Promise<void>
}

export type ReceiverServing =
  | { readonly status: 'open'; readonly server: ReceiverServer }
  /** Somebody else has the port, or it may not be had. */
  | { readonly status: 'taken' }
  /** The address is not one of this machine, or the certificate and its key are no pair. */
  | { readonly status: 'failed'; readonly reason: string }

/** Receives requests of anybody who can reach the address, over real HTTP. */
export type ServeReceiver = (
  listening: Listening,
  answer: AnswerIncoming,
) => Promise<ReceiverServing>
