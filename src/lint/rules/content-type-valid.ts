import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { contentType } from '../seen-tokens.ts'
import { holdsVariable } from '../holds-variable.ts'
import type { Rule } from '../rule.ts'

/** A Content-Type that is none makes a body of nothing in particular. */
export const contentTypeValid: Rule = {
  id: 'content-type-valid',
  severity: 'error',
  category: 'request',
  summary: 'the Content-Type is a media type, and JSON is in UTF-8',
  why: `A media type has two parts, such as \`application/json\` (RFC 9110, section 8.3.1); of \`json\` alone servers make nothing, or text.
JSON that is exchanged between systems is in UTF-8 (RFC 8259, section 8.1): another \`charset\` makes the endpoint read \`Jürgen\` as something else.
In which character set Marketo writes other bodies is not documented.`,
  visit: {
    webhook(webhook) {
      const type = contentType(webhook)
      return type === undefined ? undefined : flawOf(type)
    },
  },
}

const TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+"
const MEDIA_TYPE = new RegExp(`^\\s*${TOKEN}/${TOKEN}\\s*(?:;|$)`, 'i')

function flawOf({ value, at }: LocatedText): Finding | undefined {
  if (value.includes('{{') || holdsVariable(value)) return undefined
  if (!MEDIA_TYPE.test(value)) {
    return {
      at,
      message: `"${value}" is no media type`,
      effect: 'the endpoint does not know what the body is; many answer 415',
      help: `write ${suggestion(value)}`,
    }
  }
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(value)?.[1]
  const isJson = /^\s*[^;]*[/+]json\s*(?:;|$)/i.test(value)
  if (!isJson || charset === undefined || /^utf-?8$/i.test(charset)) return undefined
  return {
    at,
    message: `JSON in the character set "${charset}"`,
    effect: 'the endpoint reads letters such as "ü" as others',
    help: 'write "application/json"',
  }
}

function suggestion(value: string): string {
  if (/form/i.test(value)) return '"application/x-www-form-urlencoded"'
  return /xml/i.test(value) ? '"application/xml"' : '"application/json"'
}
