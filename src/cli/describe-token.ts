import { visibleText } from '../base/visible-text.ts'
import { CONTEXT_LAWS } from '../contract/proof/token-contexts.ts'
import type { TokenProof } from '../contract/proof/token-proof.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** Columns of the table of tokens, and what each says of one. */
export const TOKEN_COLUMNS: readonly (readonly [
  title: string,
  textOf: (proof: TokenProof) => string,
])[] = [
  ['token', ({ use }) => visibleText(use.token.raw)],
  ['where', ({ part }) => part],
  ['place', ({ placed }) => CONTEXT_LAWS[placed.context].title],
  ['type', typeOf],
  ['encoding', ({ encodings }) => encodings.join(' or ')],
  ['verdict', ({ verdict }) => verdict.status],
  ['breaks with', breaksWith],
]

function typeOf({ use }: TokenProof): string {
  return use.field === undefined ? '-' : fieldTypeNamed(use.field.type).title
}

/** The smallest value and the reason; a value that is not refuted breaks nothing. */
function breaksWith({ verdict }: TokenProof): string {
  if (verdict.status === 'proven') return ''
  if (verdict.status === 'unknown') return `unknown: ${visibleText(verdict.reason)}`
  const { value, isEveryValue, reason, assumptions } = verdict
  const occasion = isEveryValue ? 'every value' : spellValue(value)
  const under = assumptions.length === 0 ? '' : ` (${assumptions.join(', ')})`
  return `${occasion}: ${reason}${under}`
}

/** As it would be written in a definition, with nothing in it that a terminal obeys. */
export function spellValue(value: TokenValue): string {
  return value === null ? 'unset' : visibleText(JSON.stringify(value))
}
