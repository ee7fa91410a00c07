import { LIMITS } from '../../marketo/limits.ts'
import type { LiveCall } from './call-endpoint.ts'

/**
 * Why an endpoint is not ready to be tested, by its answer to the plainest lead; undefined when it is.
 * That it refuses the lead itself (400, 409, 422 and the like) is no want of readiness but a finding.
 */
export function notReady(call: LiveCall): string | undefined {
  if (call.status === 'unknown') {
    return call.reason === 'busy' ? 'it asks to be called later, again and again' : undefined
  }
  const { exchange } = call
  switch (exchange.status) {
    case 'unreachable':
      return exchange.reason
    case 'timed-out':
      return `it does not answer within ${LIMITS.timeoutMilliseconds / 1000} seconds`
    case 'answered':
      return notReadyByStatus(exchange.response.status)
  }
}

function notReadyByStatus(status: number): string | undefined {
  if (status >= 500) return `it fails even for the plainest lead (status ${status})`
  if (status >= 300 && status < 400) {
    return `it redirects (status ${status}), and redirects are not followed: give the address that it leads to`
  }
  return BY_STATUS[status]
}

const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'it does not accept the secrets that were sent (status 401)',
  403: 'it does not let us in (status 403)',
  404: 'there is nothing at that path (status 404)',
  407: 'a proxy on the way asks who we are (status 407)',
  410: 'there is nothing at that path any more (status 410)',
}
