import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { credentialsOfHeader } from '../typed-credentials.ts'
import type { Rule, SeenToken, WebhookContext } from '../rule.ts'

/** What a lead holds is not made for a header. */
export const headerTokenPlain: Rule = {
  id: 'header-token-plain',
  severity: 'warning',
  category: 'request',
  summary:
    'a token in a header is a number or a date, or a fixed text that is known to stay as it is',
  why: `A header holds no line break and nothing outside Latin-1 (RFC 9110, section 5.5); a lead's name or company may hold both.
Whether Request Token Encoding reaches headers is documented nowhere: under JSON a text may arrive in quotes, and an endpoint that compares it finds another one.
Values by environment belong into \`vars\`; those of a lead into the body.
Source: Experience League, "Webhooks" (tokens in headers).`,
  visit: {
    token(token, context) {
      if (token.part !== 'header' || isOfCredential(token, context)) return undefined
      return unsafe(token, context)
    },
  },
}

const OF_A_PERSON: readonly string[] = ['lead', 'company', 'member', 'trigger']

/** Of a credential that comes from a token the rule secrets-by-reference speaks. */
function isOfCredential({ text }: SeenToken, { webhook, program }: WebhookContext): boolean {
  const header = webhook.headers.find((each) => each.kind === 'text' && each.value === text)
  return header !== undefined && [...credentialsOfHeader(header, program)].length > 0
}

function unsafe(
  { field, kind, placed, at }: SeenToken,
  { webhook, program }: WebhookContext,
): Finding | undefined {
  if (field === undefined || kind === undefined) return undefined
  const { form, name } = fieldTypeNamed(field.type)
  if (form !== 'text') return undefined
  const { raw } = placed.token
  if (OF_A_PERSON.includes(kind.namespace) && name !== 'date' && name !== 'datetime') {
    return {
      at,
      message: `the text "${raw}" stands in a header`,
      effect: 'a line break or a letter outside Latin-1 makes the request illegal',
      help: 'send it in the body; "{{lead.Id}}" is safe in a header',
    }
  }
  const pinned = program.pinnedAssumptions.find(({ id }) => id.value === 'encoding-in-headers')
  const encoding = webhook.tokenEncoding
  if (encoding === undefined || encoding.value === 'None') return undefined
  if (pinned?.value.value === 'not-applied') return undefined
  return {
    at,
    message: `whether "${raw}" is encoded in a header is not known`,
    effect:
      encoding.value === 'JSON'
        ? 'it may arrive in quotes, and an endpoint that compares it finds another text'
        : 'spaces and signs may arrive encoded',
    setBy: [{ at: encoding.at, message: `tokenEncoding: ${encoding.value}` }],
    ...(pinned === undefined ? { assumptions: ['encoding-in-headers: applied'] } : {}),
    help: 'write the value out, with "vars" for what differs by environment, or pin "encoding-in-headers"',
  }
}
