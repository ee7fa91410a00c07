/** A code that Marketo or the endpoint gives for a call, with what it means and what to do. */
export interface CallCode {
  readonly code: string
  readonly title: string
  readonly cause: string
  readonly repair: string
  /** Whether calling again later can succeed without a change. */
  readonly isTransient: boolean
}

/**
 * Table: codes of calls. 1000 and 1001 are Marketo's own, the rest are HTTP's.
 * Source: Experience League, "Errors" (webhooks); RFC 9110.
 */
export const CALL_CODES: readonly CallCode[] = [
  code(
    '1000',
    'called from a batch campaign',
    'webhooks work in trigger campaigns only; nothing was sent',
    'give the campaign a trigger and remove its schedule',
    false,
  ),
  code(
    '1001',
    'empty response',
    'the endpoint answered without a body, for example with 204',
    'let the endpoint always answer with a body',
    false,
  ),
  code(
    '400',
    'bad request',
    'the endpoint could not read the request',
    'compare the payload in the activity with the compiled template',
    false,
  ),
  code(
    '401',
    'not authenticated',
    'the secret header is missing, wrong or expired',
    'compare the header with the secret, and rotate it if it has expired',
    false,
  ),
  code(
    '403',
    'not allowed',
    'the endpoint knows the sender and refuses it, or blocks its address',
    'check the rights of the key and the list of outbound addresses',
    false,
  ),
  code(
    '404',
    'not found',
    'the URL is wrong, or the endpoint answers so for a person it does not know',
    'compare the URL with the compiled one',
    false,
  ),
  code(
    '409',
    'conflict',
    'the endpoint holds a newer state',
    'look at the record at the endpoint',
    false,
  ),
  code(
    '422',
    'unprocessable',
    'the request was read, and its content is refused',
    'hold the payload against the contract',
    false,
  ),
  code(
    '429',
    'too many calls',
    'the endpoint limits how often it is called',
    'call again later; spread bulk imports',
    true,
  ),
  code(
    '5xx',
    'fault of the endpoint',
    'the endpoint or something behind it failed',
    'call again later; wake its owner if it lasts',
    true,
  ),
  code(
    'time-out',
    'no answer within 30 seconds',
    'the endpoint is slow; it may have done its work all the same',
    'call again only if repeating is safe',
    true,
  ),
  code(
    'unreachable',
    'no connection',
    'name, network, TLS or the endpoint itself is down',
    'check the endpoint; call again later',
    true,
  ),
]

/** The code of a status, by itself or by its class. */
export function callCodeOf(status: number): CallCode | undefined {
  return (
    CALL_CODES.find((entry) => entry.code === String(status)) ??
    CALL_CODES.find((entry) => entry.code === `${Math.floor(status / 100)}xx`)
  )
}

function code(
  id: string,
  title: string,
  cause: string,
  repair: string,
  isTransient: boolean,
): CallCode {
  return { code: id, title, cause, repair, isTransient }
}
