import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { availableFields } from '../model/available-fields.ts'
import { campaignRoles } from './campaign-roles.ts'
import type { StepContext } from './step-context.ts'

/** The invented person that proves a program: marked, so that nobody takes it for a customer. */
export interface TestLead {
  readonly email: string
  /** REST names and values, in order of the names. */
  readonly values: Readonly<Record<string, Exclude<TokenValue, null>>>
}

/**
 * The values of the sample that the webhooks read or the calling campaigns ask for. What a person
 * holds through its company cannot be written with the person and is left out.
 * Source: Experience League, "Leads" (company fields are not updatable with a lead).
 */
export function testLead(context: StepContext): TestLead {
  const { program } = context.compiled
  const email = `hookbook-test.${program.id.value}.${program.environment.id.value}@example.com`
  const sample = wantedFields(context).flatMap(({ restName, displayName }) => {
    const value = context.sample?.values[`lead.${displayName}`.toLowerCase()] ?? null
    return restName === undefined || value === null ? [] : [[restName, value] as const]
  })
  const marked = { firstName: 'TEST', lastName: `Hookbook ${program.id.value}`, email }
  const entries = Object.entries({ ...Object.fromEntries(sample), ...marked })
  return { email, values: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

function wantedFields({ compiled }: StepContext): readonly FieldDefinition[] {
  const read = compiled.webhooks.flatMap(fieldsRead)
  const asked = campaignRoles(compiled).callers.flatMap(({ filters }) =>
    filters.map(({ filter }) => filter.value.toLowerCase()),
  )
  const filtered = availableFields(compiled.program).filter(({ displayName }) =>
    asked.includes(displayName.toLowerCase()),
  )
  return [...read, ...filtered].filter(
    ({ owner, isReadOnly, isAlwaysSet }) => owner === 'lead' && !isReadOnly && !isAlwaysSet,
  )
}

/** The fields behind the tokens of a webhook's URL, template and headers. */
function fieldsRead({ url, template, headers }: CompiledWebhook): readonly FieldDefinition[] {
  const texts = [
    url,
    ...(template === undefined ? [] : [template]),
    ...headers.flatMap((header) => (header.kind === 'text' ? [header.value] : [])),
  ]
  return texts.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'token' ? (part.field ?? []) : [])),
  )
}
