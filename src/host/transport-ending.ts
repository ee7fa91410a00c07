import type { Exchange, Transport } from '../emulate/call.ts'

/** A transport with connections that are kept; `close` lets the process end. */
export interface ClosableTransport {
  readonly send: Transport
  readonly close: () => void
}

/** More than any answer that a mapping could want. */
export const MAX_BODY_BYTES: number = 10 * 1024 * 1024

/** The code of a failure that is no failure of the network: we gave up. */
export const TIMED_OUT = 'ERR_DEADLINE'

/** A failure of our own, told apart by its code like those of Node. */
export function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** What an error of the network or of Node comes to. */
export function failed(error: Error, milliseconds: number): Exchange {
  const code = codeOf(error)
  if (code === TIMED_OUT) return { status: 'timed-out', milliseconds }
  return { status: 'unreachable', reason: reasonOf(code), milliseconds }
}

/** By the code of Node or of its HTTP client; its parser does not always give one. */
export function codeOf(error: Error): string {
  if (error.message === 'bad response') return 'ERR_INTERIM'
  if (error.message === 'bad upgrade') return 'ERR_SWITCHED'
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'string') return code
  return error.name === 'HTTPParserError' ? 'HPE_INVALID_CONSTANT' : ''
}

/** Words for what Node calls it by a code; a message of Node could hold the URL, and so a secret. */
function reasonOf(code: string): string {
  return (
    REASONS[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`)
  )
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed',
  ENOTFOUND: 'there is no host of that name',
  EPROTO: 'the TLS versions do not agree',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  EAI_AGAIN: 'there is no host of that name',
  ECONNABORTED: 'the connection was closed',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'the host does not answer',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  ERR_INTERIM: 'it sends an interim answer (100) that nobody asked for',
  ERR_SWITCHED: 'the endpoint switched to another protocol',
  ERR_TOO_LARGE: 'the answer is larger than 10 MiB',
  HPE_HEADER_OVERFLOW: 'the headers of the answer are too large',
  HPE_INVALID_CONSTANT: 'the answer is not HTTP',
  HPE_INVALID_CONTENT_LENGTH: 'the answer states no valid length',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is self-signed',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too large',
  UND_ERR_INVALID_ARG: 'a header of the request cannot be sent',
  UND_ERR_NOT_SUPPORTED: 'a header of the request cannot be sent',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is longer than it says',
  UND_ERR_SOCKET: 'the connection was closed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is signed by nobody who is known',
}
