import type { TokenUse } from '../../compile/compiled-program.ts'
import { EMAIL_ADDRESSES } from '../../marketo/field-types/email-address.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import type { LeadSpace } from '../lead-space.ts'
import { fitText } from '../stored-value.ts'
import { VALUE_CLASSES } from '../value-classes.ts'

/** The values that decide about a token. */
export interface TokenDomain {
  /**
   * `varied`: each lead has its own. `fixed`: the definition, or Marketo's form for it, says what it is.
   * `open`: the same for every lead, and chosen by somebody in Marketo; the first value is a sample.
   */
  readonly kind: 'varied' | 'fixed' | 'open'
  readonly values: readonly TokenValue[]
}

/** Names and descriptions that no definition holds. */
const OPEN: readonly string[] = ['campaign', 'program']

export function domainOf(use: TokenUse, { plain, tokens }: LeadSpace): TokenDomain {
  const varied = tokens.find((token) => token.use.key === use.key)
  if (varied !== undefined) return { kind: 'varied', values: decidingValues(varied.field) }
  const value = plain.get(use.key) ?? null
  const isOpen = use.field !== undefined && OPEN.includes(use.token.namespace.toLowerCase())
  return isOpen
    ? { kind: 'open', values: [...new Set([value, ...decidingValues(use.field)])] }
    : { kind: 'fixed', values: [value] }
}

/**
 * The values that decide about a field. Encodings work character by character, and what a place takes can
 * be put together; so a text is safe where each of its characters is, but for sequences that mean
 * something as a whole. The simplest come first.
 */
export function decidingValues(field: FieldDefinition): readonly TokenValue[] {
  const unset = field.isAlwaysSet ? [] : [null]
  if (field.holds === 'addresses-only') return [...unset, ...EMAIL_ADDRESSES]
  const { form, name } = fieldTypeNamed(field.type)
  if (form === 'text' && name !== 'date' && name !== 'datetime') {
    const texts = [...CHARACTERS, ...SEQUENCES].map((text) => fitText(field, text))
    return [...unset, ...new Set(texts.filter((text) => text !== ''))]
  }
  const typed = [
    ...(form === 'number' ? [1, 2] : []),
    ...VALUE_CLASSES.flatMap(({ values }) => values(field)),
  ]
  return [...unset, ...new Set(typed.filter((value) => value !== null))]
}

/** Any letter, then what formats and encodings treat in a way of their own, the commonest first. */
const TELLING = ['a', '"', '\\', '&', ' ', '<', '+', '%', '\n', "'", '>', '=', '/', '?', '#', ';']

/** One of each kind of character beyond ASCII; half a character among them. */
const BEYOND: readonly string[] = [
  ...'\u0080\u0085\u00a0\u00e9\u0142\u200b\u2028\u202e\u6f22\ufdd0\ufeff\ufffd\ufffe\u{1f600}',
  '\ud83d',
  '\ude00',
]

const CHARACTERS: readonly string[] = [
  ...TELLING,
  ...Array.from({ length: 128 }, (_character, code) => String.fromCharCode(code)).filter(
    (character) => !/[A-Za-z]/.test(character),
  ),
  ...BEYOND,
]

/** What no single character shows: segments that go up, the ends of CDATA and comments, escapes that are read. */
const SEQUENCES: readonly string[] = '..|--|-->|]]>|?>|\r\n|%41|&amp;|null|true|01|1e5|{}'.split(
  '|',
)
