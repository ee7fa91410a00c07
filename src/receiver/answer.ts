/** What an endpoint does with a request. */
export type Answer =
  | {
      readonly kind: 'respond'
      readonly status: number
      readonly reason: string
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: string | Uint8Array
    }
  /** Accepts the request and never answers. */
  | { readonly kind: 'hang' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'reset' }

/** Reason phrases of the statuses that endpoints use. Source: RFC 9110. */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** An answer with the status's usual reason phrase. */
export function respond(
  status: number,
  mediaType: string,
  body: string | Uint8Array,
): Extract<Answer, { readonly kind: 'respond' }> {
  const headers = [['Content-Type', mediaType]] as const
  return { kind: 'respond', status, reason: REASONS[status] ?? '', headers, body }
}
