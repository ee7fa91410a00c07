import { parseJson } from '../base/json-value.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import { decodeForm } from '../marketo/body-formats/form-body.ts'
import { showMemberPath, type TemplateMember } from '../marketo/body-formats/template-member.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import { encodingNamed } from '../marketo/encodings/encodings.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { showValue } from '../marketo/tokens/show-value.ts'
import type { ImportedCall } from './imported-request.ts'
import { candidateByName, candidateNamed, type TokenCandidate } from './field-guess.ts'

/** A token that takes the place of a value that was seen. */
export interface FoundToken {
  readonly start: number
  readonly end: number
  readonly path: string
  readonly candidate: TokenCandidate
  readonly value: TokenValue
  /** `lead`: the known lead holds this very value. `name`: only the name suggests it. */
  readonly because: 'lead' | 'name'
}

export interface TokenSearch {
  readonly members: readonly TemplateMember[]
  readonly encoding: EncodingName
  readonly holds: ImportedCall['holds']
  /** Values of a known lead by token key; undefined where none was given. */
  readonly lead: Readonly<Record<string, TokenValue>> | undefined
}

export interface FoundTokens {
  readonly tokens: readonly FoundToken[]
  /** Values that stay as they were seen. */
  readonly literal: readonly string[]
  /** The world in which the tokens show what was seen. */
  readonly world: AssumptionSet
}

/** What decides how a value that was seen was written. */
const SEEN_IN_VALUES = [
  'json-escapes',
  'boolean-under-json',
  'form-space',
  'empty-number-under-json',
  'line-breaks',
]

/**
 * Proposes tokens for values: those of a known lead, or those that a name suggests. A token is only
 * proposed where it would show the very characters that were seen, in one world for all of them.
 */
export function findTokens(search: TokenSearch): FoundTokens {
  const proposals = search.members.flatMap((member) => proposalsFor(member, search))
  const worlds = assumptionSets(SEEN_IN_VALUES, {})
  const byWorld = worlds.map((world) => ({
    world,
    tokens: settle(proposals.filter((each) => shows(each, search.encoding, world))),
  }))
  const most = Math.max(...byWorld.map(({ tokens }) => tokens.length))
  const { tokens, world } = byWorld.find((each) => each.tokens.length === most) ?? {
    tokens: [],
    world: {},
  }
  const literal = search.members
    .filter(({ start }) => !tokens.some((token) => token.start === start))
    .map(({ path }) => showMemberPath(path))
  return { tokens, literal, world }
}

interface Proposal extends FoundToken {
  readonly text: string
}

function proposalsFor(
  member: TemplateMember,
  { lead, encoding, holds }: TokenSearch,
): readonly Proposal[] {
  const { path, text, start, end } = member
  if (holds === 'template' && text.includes('{{')) return []
  const read = readMember(member, encoding)
  const named = candidateByName({
    path,
    text: typeof read === 'string' ? read : '',
    isChecked: lead !== undefined,
  })
  const base = { start, end, text, path: showMemberPath(path) }
  if (lead === undefined) {
    const value = named === undefined ? undefined : valueFor(named, read)
    return named === undefined || value === undefined
      ? []
      : [{ ...base, candidate: named, value, because: 'name' }]
  }
  const unset = named === undefined ? {} : { [named.key]: null }
  const holding = Object.entries({ ...unset, ...lead }).flatMap(
    ([key, value]): readonly Proposal[] => {
      const candidate = candidateNamed(key)
      const isSame = candidate !== undefined && valueFor(candidate, read) === value
      return isSame ? [{ ...base, candidate, value, because: 'lead' }] : []
    },
  )
  const own = holding.filter(({ candidate }) => candidate.key === named?.key)
  if (own.length > 0) return own
  const isTelling = typeof read === 'string' && read.length >= 3
  return holding.length === 1 && isTelling ? holding : alwaysSet(named, read, base)
}

/** What every call has and no fixture holds: ids of campaigns, the moment of the call. */
function alwaysSet(
  named: TokenCandidate | undefined,
  read: TokenValue,
  base: Pick<Proposal, 'start' | 'end' | 'text' | 'path'>,
): readonly Proposal[] {
  if (named === undefined || named.field.owner !== 'token') return []
  const value = valueFor(named, read)
  return value === undefined ? [] : [{ ...base, candidate: named, value, because: 'name' }]
}

/** The value that was encoded, as far as can be told. */
function readMember({ text }: TemplateMember, encoding: EncodingName): TokenValue {
  if (encoding === 'Form/Url') return decodeForm(text)
  if (encoding === 'None') return text
  const value = parseJson(text)
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value)
  // A JSON value that is neither list nor object is one of these.
  return isScalar ? (value as TokenValue) : null
}

/** What the field must hold for that value to be seen; undefined where it cannot hold it. */
function valueFor({ field }: TokenCandidate, read: TokenValue): TokenValue | undefined {
  const { form } = fieldTypeNamed(field.type)
  if (read === null || read === '') return field.isAlwaysSet ? undefined : null
  if (form === 'text') {
    if (typeof read !== 'string') return undefined
    return field.type !== 'email' || /^[^\s@]+@[^\s@]+$/.test(read) ? read : undefined
  }
  if (form === 'boolean') {
    if (typeof read === 'boolean') return read
    return read === 'true' || read === 'false' ? read === 'true' : undefined
  }
  if (typeof read === 'number') return read
  return typeof read === 'string' && /^-?\d+(?:\.\d+)?$/.test(read) ? Number(read) : undefined
}

function shows(
  { candidate, value, text }: Proposal,
  encoding: EncodingName,
  world: AssumptionSet,
): boolean {
  const shown = showValue(candidate.field, value, candidate.token, world)
  return encodingNamed(encoding).encode(shown, world) === text
}

/** A token shows one value wherever it stands; of two values the first one seen stays. */
function settle(proposals: readonly Proposal[]): readonly FoundToken[] {
  const values = new Map<string, TokenValue>()
  const taken = new Set<number>()
  return proposals.flatMap((proposal) => {
    const { key } = proposal.candidate
    if (taken.has(proposal.start) || (values.has(key) && values.get(key) !== proposal.value))
      return []
    taken.add(proposal.start)
    values.set(key, proposal.value)
    const { text: _text, ...token } = proposal
    return [token]
  })
}
