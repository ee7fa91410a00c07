import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { Rule, SeenToken } from '../rule.ts'

/** Whether a default gets the quotes and escapes that a value gets is documented nowhere. */
export const defaultEncodingKnown: Rule = {
  id: 'default-encoding-known',
  severity: 'warning',
  category: 'tokens',
  summary: 'a default is written so that it does not matter whether Marketo encodes it',
  why: `Under the encoding JSON a text value gets quotes; whether the text of a default gets them too is not documented.
Numbers, \`true\`, \`false\` and the empty default that Adobe's recipe uses are right either way; a word is not, and in a form neither is \`&\` or a space.
Leave the default out, let the endpoint fill in the word, or pin the assumption \`default-encoding\` with a captured request.
Source: Experience League, "Tokens Overview" (defaults); Adobe Sales Qualifier documentation.`,
  visit: {
    token(token, { webhook, program }) {
      return endangered(token, webhook, program)
    },
  },
}

function endangered(
  token: SeenToken,
  webhook: Webhook,
  program: DefinedProgram,
): Finding | undefined {
  const { placed, field, at } = token
  const { defaultText = '', raw } = placed.token
  if (defaultText.trim() === '' || /^\s*edit\s*me\s*$/i.test(defaultText)) return undefined
  if (field === undefined || !isText(field)) return undefined
  if (!matters(token, webhook)) return undefined
  const pinned = program.pinnedAssumptions.find(({ id }) => id.value === 'default-encoding')
  if (pinned?.value.value === 'as-value') return undefined
  if (pinned !== undefined && isRightAsTyped(placed)) return undefined
  return {
    at,
    message: `the default "${defaultText}" is right only if Marketo encodes it like a value`,
    effect:
      placed.context === 'json-value'
        ? 'if not, the body of everybody without a value is not JSON'
        : 'if not, the form of everybody without a value has other pairs, or another value',
    ...(pinned === undefined
      ? { assumptions: ['default-encoding: raw'] }
      : { setBy: [{ at: pinned.value.at, message: `default-encoding: ${pinned.value.value}` }] }),
    help: `write "${raw.slice(0, raw.lastIndexOf(':default='))}}}" and let the endpoint fill it in, or pin "default-encoding"`,
  }
}

/** A date that may be unset needs a default, whatever becomes of it: the rule of typed defaults asks for one. */
function isText({ type }: FieldDefinition): boolean {
  return fieldTypeNamed(type).form === 'text' && type !== 'date' && type !== 'datetime'
}

/** A text that stands in its quotes already, or a form value that is encoded: right where nothing is done to it. */
function isRightAsTyped({ context, token: { defaultText = '' } }: SeenToken['placed']): boolean {
  if (context === 'json-value')
    return /^\s*"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"\s*$/.test(defaultText)
  return /^(?:[A-Za-z0-9*._+-]|%[0-9A-Fa-f]{2})*$/.test(defaultText)
}

/** A letter or digit is itself in a form; in JSON every text needs its quotes. */
function matters({ placed }: SeenToken, { tokenEncoding }: Webhook): boolean {
  if (placed.context === 'json-value') return tokenEncoding?.value === 'JSON'
  if (placed.context !== 'form-value' || tokenEncoding?.value !== 'Form/Url') return false
  return /[^A-Za-z0-9*._-]/.test(placed.token.defaultText ?? '')
}
