import type { Answer } from '../../src/emulate/answer.ts'
import { ANSWER_VALUES } from './markers.ts'

const A = ANSWER_VALUES
const HEADERS = [['X-Echo', A['header value'] ?? '']] as const

function answer(status: number, type: string, body: string): Answer {
  const reason = A['reason phrase'] ?? ''
  return { kind: 'respond', status, reason, headers: [...HEADERS, ['Content-Type', type]], body }
}

/** Whether a value of the lead holds a quote: the plainest lead is taken, others are not. */
function hasQuote(received: string): boolean {
  const { body }: { readonly body?: unknown } = JSON.parse(received)
  return typeof body === 'string' && body.includes('\\"')
}

/** Endpoints that give back what they got, and values of their own, wherever an answer has room for them. */
export const ECHOES: Readonly<Record<string, (received: string) => Answer>> = {
  'an echo in mapped members': (received) =>
    answer(
      200,
      'application/json',
      JSON.stringify({
        status: A['mapped value'],
        externalId: received.slice(0, 250),
        [A['member name'] ?? '']: A['other value'],
        received,
      }),
    ),
  'an echo as a list': (received) =>
    answer(
      200,
      'application/json',
      JSON.stringify({ status: [received], externalId: { received } }),
    ),
  'a mapped value that is too long': (received) =>
    answer(
      200,
      'application/json',
      JSON.stringify({ status: received, externalId: received.repeat(9) }),
    ),
  'a refusal': (received) => answer(401, 'application/json', JSON.stringify({ error: received })),
  'a refusal of the gateway': (received) => answer(502, 'text/html', `<p>${received}</p>`),
  'no JSON': (received) => answer(200, 'application/json', `${A['broken body'] ?? ''} ${received}`),
  'a member twice': () => {
    const name = JSON.stringify(A['member name'])
    return answer(200, 'application/json', `{${name}: 1, ${name}: 2}`)
  },
  'XML with a name of its own': (received) => {
    const name = A['XML name'] ?? ''
    return answer(200, 'application/xml', `<${name}><a>${received}</${name}>`)
  },
  'XML with an entity of its own': () =>
    answer(200, 'application/xml', `<a>&${A['XML name'] ?? ''};</a>`),
  'a redirect to itself': (received) => ({
    kind: 'respond',
    status: 302,
    reason: A['reason phrase'] ?? '',
    headers: [['Location', `http://127.0.0.1/?${encodeURIComponent(received)}`]],
    body: received,
  }),
  'a refusal of a kind of its own': (received) =>
    answer(500, `text/${A['media type'] ?? ''}`, received),
  'a refusal of some leads, of a kind of its own': (received) =>
    hasQuote(received)
      ? answer(500, `text/${A['media type'] ?? ''}`, received)
      : answer(200, 'application/json', JSON.stringify({ status: 'success', externalId: '1' })),
  'an answer to some leads with a member of its own': (received) =>
    hasQuote(received)
      ? answer(
          200,
          'application/json',
          JSON.stringify({ status: received, [A['member name'] ?? '']: received }),
        )
      : answer(200, 'application/json', JSON.stringify({ status: 'success', externalId: '1' })),
  'an empty body': () => answer(200, 'application/json', ''),
}
