import { mayHaveTemplate } from '../../marketo/request-methods.ts'
import type { Rule } from '../rule.ts'

/** The Template field is not offered for GET. */
export const noTemplateOnGet: Rule = {
  id: 'no-template-on-get',
  severity: 'error',
  category: 'request',
  summary: 'a GET webhook has no template',
  why: `The Template field exists for POST, PUT, PATCH and DELETE.
For GET there is nowhere to type it.
Source: Experience League, "Create a Webhook".`,
  visit: {
    webhook({ template, method }) {
      if (template === undefined || mayHaveTemplate(method.value)) return undefined
      return {
        at: template.at,
        message: `a template for the method ${method.value}`,
        effect: 'it cannot be typed into Marketo and is never sent',
        setBy: [{ at: method.at, message: `method: ${method.value}` }],
        help: 'use POST, or put the tokens into the query of the URL',
      }
    },
  },
}
