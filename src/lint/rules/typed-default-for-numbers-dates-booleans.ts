import type { Finding } from '../../diagnostic/finding.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Rule, SeenToken } from '../rule.ts'
import { allowedTypes, schemaAt } from '../schema-at.ts'

/** An unset number is not a number when it arrives. */
export const typedDefaultForNumbersDatesBooleans: Rule = {
  id: 'typed-default-for-numbers-dates-booleans',
  severity: 'error',
  category: 'tokens',
  summary: 'a number, date or Boolean that may be unset has a default of its type',
  why: `An unset field arrives as an empty text, and for numbers and Booleans under the encoding JSON not even that is documented: the document may break.
A typed default (\`:default=0\`, \`:default=false\`) makes it safe; Adobe's own recipe gives one to every numeric and Boolean token.
Dates are texts; they need a default only where the request schema refuses the empty text.
Sources: Adobe Sales Qualifier documentation, "Set Up Marketing Highlights"; Snowplow's schema of Marketo webhooks.`,
  visit: {
    token(token, { webhook, program }) {
      if (webhook.tokenEncoding === undefined || token.placed.context !== 'json-value')
        return undefined
      return missingDefault(token, webhook, program)
    },
  },
}

function missingDefault(
  token: SeenToken,
  webhook: Webhook,
  program: DefinedProgram,
): Finding | undefined {
  const { field, placed, kind } = token
  if (field === undefined || field.isAlwaysSet || kind?.namespace === 'my') return undefined
  if ((placed.token.defaultText ?? '') !== '') return undefined
  const type = fieldTypeNamed(field.type)
  const isDate = type.name === 'date' || type.name === 'datetime'
  if (type.form === 'text' && !isDate) return undefined
  const isEncoded = webhook.tokenEncoding?.value === 'JSON'
  // Without quotes from the encoding a date is no JSON value at all; tokens-quoted-where-needed says so.
  if (isDate && !isEncoded) return undefined
  const isRefused = refusesEmptyText(webhook, placed.path)
  if (isDate ? isRefused !== true : isEncoded && isRefused === false && isEmptyTextPinned(program))
    return undefined
  const example = type.form === 'number' ? '0' : type.form === 'boolean' ? 'false' : '1970-01-01'
  const { raw } = placed.token
  const bare = raw.replace(/:default=\}\}$/, '}}')
  return {
    at: token.at,
    message: `"${bare}" may be unset, and its type is ${type.title}`,
    effect: effectOf(isDate, isEncoded),
    help: `write "${bare.slice(0, -2)}:default=${example}}}"`,
  }
}

function effectOf(isDate: boolean, isEncoded: boolean): string {
  if (isDate) return 'an unset date arrives as "", which the request schema refuses'
  return isEncoded
    ? 'an unset value arrives as "", or as nothing at all, which breaks the JSON'
    : 'an unset value arrives as nothing at all, which breaks the JSON'
}

/** Undefined where the schema does not say. */
function refusesEmptyText(
  webhook: Webhook,
  path: readonly (string | number)[] | undefined,
): boolean | undefined {
  const schema = path === undefined ? undefined : schemaAt(webhook.request, path)
  if (schema === undefined) return undefined
  if (allowedTypes(schema)?.includes('string') === false) return true
  const { pattern, format, minLength } = schema
  if (typeof pattern === 'string') return !matchesEmpty(pattern)
  return typeof format === 'string' || (typeof minLength === 'number' && minLength > 0)
}

function matchesEmpty(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test('')
  } catch {
    return true
  }
}

function isEmptyTextPinned(program: DefinedProgram): boolean {
  return program.pinnedAssumptions.some(
    ({ id, value }) => id.value === 'empty-number-under-json' && value.value === 'empty-string',
  )
}
