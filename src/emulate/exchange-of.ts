import { bodyBytes, durationOf, isBodiless, sentHeaders, type Conduct } from './answer.ts'
import type { Deadline, Exchange } from './call.ts'

/**
 * What a transport gives back for what an endpoint does, on a clock that nobody has to wait for.
 * The hosts' real servers and transport must give the same.
 */
export function exchangeOf(conduct: Conduct, { milliseconds: deadline }: Deadline): Exchange {
  const milliseconds = durationOf(conduct)
  if (milliseconds > deadline) return { status: 'timed-out', milliseconds: deadline }
  switch (conduct.kind) {
    case 'refuse':
      return { status: 'unreachable', reason: 'nothing listens there', milliseconds }
    case 'reset':
      return { status: 'unreachable', reason: 'the connection was closed', milliseconds }
    case 'hang':
    case 'never-read':
      return { status: 'timed-out', milliseconds: deadline }
    case 'respond': {
      if (conduct.cutAfter !== undefined) {
        return { status: 'unreachable', reason: 'the connection was closed', milliseconds }
      }
      const { status, reason } = conduct
      const body = isBodiless(conduct) ? new Uint8Array() : bodyBytes(conduct)
      const response = { status, reason, headers: sentHeaders(conduct), body }
      return { status: 'answered', response, milliseconds }
    }
  }
}
