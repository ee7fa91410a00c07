import type { Finding } from '../../diagnostic/finding.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Rule, SeenToken, WebhookContext } from '../rule.ts'

/** Whether the encoding reaches tokens in the URL is documented nowhere. */
export const urlTokenEncoded: Rule = {
  id: 'url-token-encoded',
  severity: 'warning',
  category: 'request',
  summary: 'no text token stands in the URL unless it is known to be encoded there',
  why: `A \`+\`, \`&\` or \`#\` in a value changes the URL unless the value is form-urlencoded.
Whether Request Token Encoding reaches tokens in the URL is documented nowhere; one official recipe makes sense only if it does.
A number, such as \`{{lead.Id}}\`, is safe either way.
Source: Experience League, "Webhooks"; Adobe developer blog, 2017.`,
  visit: {
    token(token, context) {
      return endangered(token, context)
    },
  },
}

function endangered(token: SeenToken, { webhook, program }: WebhookContext): Finding | undefined {
  const { placed, field, at, part } = token
  if (part !== 'url' || placed.context === 'url-host' || field === undefined) return undefined
  if (fieldTypeNamed(field.type).form !== 'text') return undefined
  const encoding = webhook.tokenEncoding?.value ?? 'None'
  const pinned = pinnedValue(program)
  if (encoding === 'Form/Url' && pinned === 'applied') return undefined
  const isOpen = encoding === 'Form/Url' && pinned === undefined
  return {
    at,
    message: `the text "${placed.token.raw}" stands in the URL`,
    effect: isOpen
      ? 'whether it is encoded there is not known; if not, "jane+a&b@example.com" changes the query'
      : '"jane+a&b@example.com" changes the query: the endpoint looks for another person',
    ...(webhook.tokenEncoding === undefined
      ? {}
      : { setBy: [{ at: webhook.tokenEncoding.at, message: `tokenEncoding: ${encoding}` }] }),
    ...(isOpen ? { assumptions: ['encoding-in-url: not-applied'] } : {}),
    help: 'send "{{lead.Id}}" there, or the text in a body; or set "tokenEncoding: Form/Url" and pin "encoding-in-url"',
  }
}

function pinnedValue(program: DefinedProgram): string | undefined {
  return program.pinnedAssumptions.find(({ id }) => id.value === 'encoding-in-url')?.value.value
}
