import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Reply } from '../emulate/answer.ts'
import { bodyBytes } from '../emulate/answer.ts'
import type { Fault } from './fault.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { sampleResponse } from './sample-response.ts'
import { setAt } from './set-at.ts'
import { atMappings } from './value-faults.ts'
import { answerWith, usualAnswer } from './usual-answer.ts'
import { writeBody } from './write-body.ts'

/** Deeper than any reader of ours goes, and shallow enough for every writer. */
const BOMB_DEPTH = 1_000

/** Far more than any field holds. */
const HUGE_CHARACTERS = 512 * 1024

/** Unreadable where it is read at all. */
const READ: Fault['outcomes'] = ['unmappable', 'written']

const HTML_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Sign in</p></body></html>'

/** Bodies that are not quite what they should be, in a 200. */
export const BODY_FAULTS: readonly Fault[] = [
  body('empty-200', 'answers 200 without a body', ['empty-body'], () => ''),
  body(
    'blank-body',
    'answers 200 with nothing but a line break',
    ['unmappable', 'written'],
    () => '\r\n',
  ),
  body(
    'malformed-body',
    'answers with a body that is not what its type says',
    ['unmappable', 'written'],
    () => '{"status": <oops',
  ),
  body(
    'truncated-body',
    'answers with a body that ends in the middle',
    ['unmappable', 'written'],
    (text) => text.slice(0, Math.max(1, Math.floor(text.length / 2))),
  ),
  {
    ...body('html-instead', 'answers 200 with the error page of a proxy', READ, () => HTML_PAGE),
    conduct: (webhook) => withType({ ...usualAnswer(webhook), body: HTML_PAGE }, 'text/html'),
  },
  {
    id: 'other-format',
    summary: 'answers in the other format: XML for JSON, JSON for XML',
    outcomes: READ,
    isSuccess: false,
    conduct: (webhook) => answerWith(otherFormat(webhook), sampleResponse(webhook)),
  },
  {
    ...body('byte-order-mark', 'puts a byte order mark before the body', ['written'], withMark),
    isSuccess: true,
    restsOn: 'response-leniency',
  },
  charset('latin-1-as-utf-8', 'declares UTF-8 and sends Latin-1', 'utf-8', latin1),
  charset('utf-8-as-latin-1', 'declares Latin-1 and sends UTF-8', 'iso-8859-1', bodyBytes),
  charset('unknown-charset', 'declares a character set that nobody knows', 'x-none', bodyBytes),
  {
    ...body('duplicate-keys', 'answers with a member twice: refused, then success', READ, String),
    restsOn: 'response-leniency',
    conduct: (webhook) => ({ ...usualAnswer(webhook), body: withMemberTwice(webhook) }),
  },
  {
    id: 'proto-key',
    summary: 'answers with the expected members inside "__proto__"',
    outcomes: ['written'],
    isSuccess: false,
    conduct: (webhook) =>
      answerWith(webhook, Object.fromEntries([['__proto__', sampleResponse(webhook)]])),
  },
  {
    id: 'depth-bomb',
    summary: `answers with a member that is nested ${BOMB_DEPTH.toLocaleString('en-US')} levels deep`,
    outcomes: READ,
    isSuccess: true,
    restsOn: 'response-limits',
    conduct: (webhook) => answerWith(webhook, withMember(sampleResponse(webhook), nested())),
  },
  {
    id: 'huge-body',
    summary: 'answers with a body of half a megabyte',
    outcomes: ['written'],
    isSuccess: true,
    restsOn: 'response-limits',
    conduct: (webhook) =>
      answerWith(webhook, withMember(sampleResponse(webhook), 'x'.repeat(HUGE_CHARACTERS))),
  },
  doctype('doctype', 'answers with a document type before the root element', '<!DOCTYPE answer>'),
  doctype(
    'entity-bomb',
    'answers with entities that unfold without an end',
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
  ),
]

function body(
  id: string,
  summary: string,
  outcomes: Fault['outcomes'],
  spoil: (text: string) => string,
): Fault {
  return {
    id,
    summary,
    outcomes,
    isSuccess: false,
    conduct: (webhook) => {
      const answer = usualAnswer(webhook)
      return { ...answer, body: spoil(String(answer.body)) }
    },
  }
}

function withMark(text: string): string {
  return `\ufeff${text}`
}

/** A name with a letter that the character sets write differently, in the place of every mapped value. */
function charset(
  id: string,
  summary: string,
  declared: string,
  encode: (answer: Reply) => Uint8Array,
): Fault {
  return {
    id,
    summary,
    outcomes: ['written'],
    isSuccess: true,
    restsOn: 'response-charset',
    conduct: (webhook) => {
      const sample = atMappings(sampleResponse(webhook), webhook, 'Zo\u00eb')
      const answer = answerWith(webhook, sample)
      const [[, type] = ['', '']] = answer.headers
      return withType({ ...answer, body: encode(answer) }, `${type}; charset=${declared}`)
    },
  }
}

function latin1({ body: text }: Reply): Uint8Array {
  return Uint8Array.from(String(text), (character) => character.charCodeAt(0))
}

function withType(answer: Reply, mediaType: string): Reply {
  return { ...answer, headers: [['Content-Type', mediaType]] }
}

function otherFormat(webhook: CompiledWebhook): CompiledWebhook {
  return { ...webhook, responseType: webhook.responseType === 'XML' ? 'JSON' : 'XML' }
}

/** Readers that take the last value see success, those that take the first a refusal. */
function withMemberTwice(webhook: CompiledWebhook): string {
  const sample = sampleResponse(webhook)
  const { success, responseType } = webhook
  const path = success === undefined ? undefined : parsePath(success.path.value)
  const refused = path?.status === 'path' ? setAt(sample, path.segments, 'refused') : sample
  const twice = [refused, sample]
  if (responseType === 'XML') return twiceInXml(webhook, twice)
  const members = twice.map((value) => JSON.stringify(value).replace(/^\{|\}$/g, ''))
  return `{${members.filter((text) => text !== '').join(',') || '"a":1,"a":2'}}`
}

/** In XML the members of the root element stand twice: there may be only one root. */
function twiceInXml(webhook: CompiledWebhook, twice: readonly unknown[]): string {
  const [first = '', second = ''] = twice.map((value) => writeBody(webhook, value).body)
  const inner = /^<\?xml[^>]*\?><[^>]+>(.*)<\/[^>]+>$/s.exec(first)?.[1] ?? ''
  return second.replace(/^(<\?xml[^>]*\?><[^>]+>)/, (start) => `${start}${inner}`)
}

/** One more member beside those that are expected, below the root element in XML. */
function withMember(sample: unknown, value: unknown): unknown {
  const entries = Object.entries(typeof sample === 'object' && sample !== null ? sample : {})
  const [first, ...others] = entries
  const isRooted = others.length === 0 && typeof first?.[1] === 'object' && first[1] !== null
  if (isRooted && !Array.isArray(first[1])) return { [first[0]]: { ...first[1], extra: value } }
  return { ...Object.fromEntries(entries), extra: value }
}

function nested(): unknown {
  let value: unknown = 'bottom'
  for (let depth = 0; depth < BOMB_DEPTH; depth++) value = { deep: value }
  return value
}

function doctype(id: string, summary: string, declaration: string): Fault {
  const put = (text: string): string => text.replace(/(<\?xml[^>]*\?>)/, `$1${declaration}`)
  return {
    ...body(id, summary, READ, put),
    isSuccess: true,
    only: 'XML',
    restsOn: 'response-leniency',
  }
}
