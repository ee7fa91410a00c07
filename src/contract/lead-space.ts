import type { CompiledWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { Situation } from '../emulate/call.ts'
import { fixtureSituation, tokensOf } from '../emulate/fixture-situation.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { EMAIL_ADDRESSES } from '../marketo/field-types/email-address.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Program } from '../model/program.ts'

/** A token whose value differs from lead to lead. */
export interface VariedToken {
  readonly use: TokenUse
  readonly field: FieldDefinition
}

/** What a webhook can be called with: a plain situation, and the tokens that leads vary. */
export interface LeadSpace {
  /** Short, harmless values: what a failing lead is shrunk towards. */
  readonly plain: Situation
  readonly tokens: readonly VariedToken[]
}

/** Namespaces whose values come from people; the rest is the same for every lead. */
const VARIED: readonly string[] = ['lead', 'company', 'member', 'trigger']

export function leadSpace(webhook: CompiledWebhook, program: Program): LeadSpace {
  const tokens = tokensOf(webhook).flatMap((use) =>
    use.field !== undefined && VARIED.includes(use.token.namespace.toLowerCase())
      ? [{ use, field: asPinned(use.field, program) }]
      : [],
  )
  const plain = Object.fromEntries(tokens.map(({ use, field }) => [use.key, plainValue(field)]))
  return { plain: fixtureSituation(webhook, program, plain), tokens }
}

/** An e-mail field with what the project has settled about it. */
function asPinned(field: FieldDefinition, { pinnedAssumptions }: Program): FieldDefinition {
  if (field.type !== 'email') return field
  const pinned = pinnedAssumptions.find(({ id }) => id.value === 'email-values')?.value.value
  return pinned === 'any-text' || pinned === 'addresses-only' ? { ...field, holds: pinned } : field
}

/** A short, harmless value of a field. */
export function plainValue({ type, holds }: FieldDefinition): TokenValue {
  if (holds === 'addresses-only') return EMAIL_ADDRESSES[0] ?? ''
  const { form, name } = fieldTypeNamed(type)
  if (form === 'number') return 1
  if (form === 'boolean') return true
  if (name === 'date') return '2026-11-24'
  return name === 'datetime' ? '2026-11-24 09:30:00' : 'a'
}

/** The plain situation with some values in place of its own. */
export function withValues(
  space: LeadSpace,
  values: Iterable<readonly [key: string, value: TokenValue]>,
): Situation {
  const situation = new Map(space.plain)
  for (const [key, value] of values) situation.set(key, value)
  return situation
}
