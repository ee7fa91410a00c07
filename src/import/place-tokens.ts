import type { HttpRequest, Situation } from '../emulate/call.ts'
import type { BodyFormatName } from '../marketo/body-formats/body-format.ts'
import { formMembers } from '../marketo/body-formats/form-members.ts'
import type { TemplateMember } from '../marketo/body-formats/template-member.ts'
import { MEMBER_READERS } from '../marketo/body-formats/template-members.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import { LEFT_OUT } from '../marketo/find-credentials.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { ImportedCall } from './imported-request.ts'
import { partsOf } from './parts-of.ts'
import { findTokens, type FoundToken, type FoundTokens } from './find-tokens.ts'

export interface PlacedTokens {
  readonly url: string
  readonly body: string | undefined
  readonly found: FoundTokens
  readonly situation: Situation
  /** False for a body that is no such document, whose values cannot be told apart. */
  readonly isRead: boolean
}

export interface Placing {
  readonly holds: ImportedCall['holds']
  readonly format: BodyFormatName
  readonly encoding: EncodingName
  readonly lead: Readonly<Record<string, TokenValue>> | undefined
}

/** Puts tokens in the place of values: in the body, and in the query where the encoding fits an address. */
export function placeTokens({ url, body }: HttpRequest, placing: Placing): PlacedTokens {
  const { encoding, lead, holds } = placing
  const query = encoding === 'Form/Url' ? queryMembers(url, holds) : []
  const own = body === undefined ? [] : membersOf(body, placing)
  const offset = url.length
  const inBody = (own ?? []).map((member) => moved(member, offset))
  const members = [...query, ...inBody].filter(({ text }) => text !== LEFT_OUT)
  const found = findTokens({ members, encoding, lead, holds })
  const whole = replaceTokens(url + (body ?? ''), found.tokens)
  const grown = found.tokens
    .filter(({ end }) => end <= offset)
    .reduce((sum, { start, end, candidate }) => sum + candidate.token.raw.length - (end - start), 0)
  return {
    url: whole.slice(0, offset + grown),
    body: body === undefined ? undefined : whole.slice(offset + grown),
    found,
    situation: new Map(found.tokens.map(({ candidate, value }) => [candidate.key, value])),
    isRead: own !== undefined,
  }
}

function membersOf(body: string, placing: Placing): readonly TemplateMember[] | undefined {
  const { format, encoding, holds } = placing
  const members = MEMBER_READERS[format](partsOf(body, holds))
  if (format === 'xml') return members?.flatMap((member) => asItStands(member, body))
  return format === 'json' && encoding === 'None' ? members?.flatMap(withinQuotes) : members
}

/** Of XML only what stands as it is read can be replaced by its place. */
function asItStands(member: TemplateMember, body: string): readonly TemplateMember[] {
  const end = member.start + member.text.length
  const stands = member.text !== '' && body.slice(member.start, end) === member.text
  return stands ? [{ ...member, end }] : []
}

/** Without an encoding a text of JSON has its quotes from the template. */
function withinQuotes(member: TemplateMember): readonly TemplateMember[] {
  const { text, start, end } = member
  if (!text.startsWith('"')) return [member]
  const isPlain = !text.includes('\\')
  return isPlain ? [{ ...member, text: text.slice(1, -1), start: start + 1, end: end - 1 }] : []
}

function queryMembers(url: string, holds: Placing['holds']): readonly TemplateMember[] {
  const start = url.indexOf('?') + 1
  if (start === 0) return []
  const end = url.includes('#', start) ? url.indexOf('#', start) : url.length
  const members = formMembers(partsOf(url.slice(start, end), holds)) ?? []
  return members.map((member) => moved(member, start))
}

function moved(member: TemplateMember, by: number): TemplateMember {
  return { ...member, start: member.start + by, end: member.end + by }
}

function replaceTokens(text: string, tokens: readonly FoundToken[]): string {
  return tokens
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (replaced, { start, end, candidate }) =>
        replaced.slice(0, start) + candidate.token.raw + replaced.slice(end),
      text,
    )
}
