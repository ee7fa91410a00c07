import type { Located } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { BodyFormatName } from '../../marketo/body-formats/body-format.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { Rule, SeenToken } from '../rule.ts'
import { isSafeInString } from '../safe-in-string.ts'
import { bodyFormat, seenTokens } from '../seen-tokens.ts'

/** Each body format has at most one encoding that is right for texts. */
const FITTING: Readonly<Record<BodyFormatName, readonly EncodingName[]>> = {
  json: ['JSON'],
  form: ['Form/Url'],
  xml: [],
  text: ['None', 'Form/Url', 'JSON'],
}

/** The encoding must be the one of the document that the template is. */
export const encodingFitsFormat: Rule = {
  id: 'encoding-fits-format',
  severity: 'error',
  category: 'payload',
  summary: 'the request token encoding is the one that the body needs',
  why: `A JSON body needs the encoding JSON, a form needs Form/Url.
With None, \`Jack & Jill\` becomes two pairs of a form, a \`+\` in an address becomes a space, and a quote ends a JSON string: the value can even add properties of its own.
For XML Marketo offers no encoding that is right for texts.
Numbers need none, and neither do dates under None: a body of these alone is left in peace.
Sources: Experience League, "Webhooks"; S. Whiteman, "If someone recommends Request Token Encoding None".`,
  visit: {
    *webhook(webhook, { program }) {
      const { tokenEncoding } = webhook
      if (webhook.template === undefined) return
      if (tokenEncoding === undefined) yield undeclared(webhook)
      else yield* misfit(webhook, program, tokenEncoding)
    },
  },
}

function undeclared(webhook: Webhook): Finding {
  const [fitting] = FITTING[bodyFormat(webhook).name]
  return {
    at: webhook.id.at,
    message: 'the request token encoding is not stated',
    effect: "Marketo's default is documented nowhere",
    help: `write "tokenEncoding: ${fitting ?? 'None'}"`,
  }
}

function* misfit(
  webhook: Webhook,
  program: DefinedProgram,
  encoding: Located<EncodingName>,
): Iterable<Finding> {
  const format = bodyFormat(webhook)
  const fitting = FITTING[format.name]
  if (fitting.includes(encoding.value)) return
  const witness = seenTokens(webhook, program).find((token) => isEndangered(token, encoding.value))
  if (witness === undefined) return
  yield {
    at: encoding.at,
    message: `the encoding ${encoding.value} does not fit a body that is ${format.title}`,
    effect: EFFECTS[format.name],
    related: [{ at: witness.at, message: 'this text is endangered' }],
    help:
      fitting[0] === undefined
        ? 'send JSON or a form; Marketo has no encoding for texts in XML'
        : `set "tokenEncoding: ${fitting[0]}"${fitting[0] === 'JSON' ? ' and remove the quotes around tokens' : ''}`,
  }
}

const EFFECTS: Readonly<Record<BodyFormatName, string>> = {
  json: 'a quote, a backslash or a line break in a value breaks the body, or adds properties to it',
  form: '"Jack & Jill" becomes two pairs, and "+" becomes a space',
  xml: 'an "&" or "<" in a value breaks the document',
  text: 'values arrive in another form than the endpoint expects',
}

/** A text that stands where the encoding decides; a bare text in JSON has a rule of its own. */
function isEndangered(token: SeenToken, encoding: EncodingName): boolean {
  const { part, placed, field } = token
  if (part !== 'template' || placed.context === 'json-value') return false
  if (field === undefined) return true
  return fieldTypeNamed(field.type).form === 'text' && !isSafeInString(token, encoding)
}
