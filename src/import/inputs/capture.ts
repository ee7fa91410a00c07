import type { CapturedCall } from '../../capture/captured-call.ts'
import { captureProblemWords, decodeCaptures } from '../../capture/decode-captures.ts'
import { withoutTransportHeaders } from '../transport-headers.ts'
import type { ImportedCall, InputKind } from '../imported-request.ts'

/** Requests as `hookbook serve` keeps them. */
export const capture: InputKind = {
  name: 'capture',
  title: 'captures of "hookbook serve"',
  recognises: (text) => /^\s*\{/.test(text) && decodeCaptures(text).calls.length > 0,
  read: (text) => {
    const { calls, problems } = decodeCaptures(text)
    const readable = calls.filter(({ bodyBytes }) => bodyBytes === undefined)
    if (readable.length > 0) return { status: 'read', calls: readable.map(callOf) }
    if (calls.length > 0)
      return { status: 'unreadable', reason: 'no body in it is UTF-8, and Marketo sends text' }
    const [first] = problems
    const why = first === undefined ? '' : `; ${captureProblemWords(first, 'line')}`
    return { status: 'unreadable', reason: `it holds no captured request${why}` }
  },
}

/** A capture holds the path alone: the host was that of `hookbook serve`. An answer that was a fault shows nothing. */
function callOf({ request, answer, fault }: CapturedCall): ImportedCall {
  const { kept, told } = withoutTransportHeaders(request.headers, 'recording')
  return {
    request: { ...request, headers: kept },
    answer: fault === undefined ? answer : undefined,
    holds: 'request',
    told,
  }
}
