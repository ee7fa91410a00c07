import { bodyFormat, contentType } from '../seen-tokens.ts'
import type { Rule } from '../rule.ts'

/** The encoding does not set the header, whatever the tutorials say. */
export const contentTypeDeclared: Rule = {
  id: 'content-type-declared',
  severity: 'error',
  category: 'request',
  summary: 'a webhook with a body states its Content-Type as a custom header',
  why: `No page of the documentation says that the request token encoding sets the Content-Type, and both official examples add the header by hand.
It is set in a dialog of its own, Webhooks Actions › Set Custom Header, after the webhook has been created, and so it is easily forgotten.
Sources: Experience League, "Webhooks" (screenshot of the custom headers); Adobe Sales Qualifier documentation, "Set Up Marketing Highlights".`,
  visit: {
    webhook(webhook) {
      if (webhook.template === undefined || contentType(webhook) !== undefined) return undefined
      const [mediaType] = bodyFormat(webhook).mediaTypes
      return {
        at: webhook.id.at,
        message: 'the body is sent without a Content-Type',
        effect: 'the endpoint has to guess; many answer 415 or read an empty body',
        help: `add "Content-Type: ${mediaType ?? 'text/plain'}" under "headers"`,
      }
    },
  },
}
