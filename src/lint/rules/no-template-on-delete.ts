import type { Rule } from '../rule.ts'

/** A body on DELETE is typed, and perhaps never sent. */
export const noTemplateOnDelete: Rule = {
  id: 'no-template-on-delete',
  severity: 'warning',
  category: 'request',
  summary: 'a DELETE webhook says in its URL what to delete',
  why: `The Template field is offered for DELETE; whether the body is really sent is not documented.
A body of a DELETE has no defined meaning either: servers and proxies may drop it or refuse the request (RFC 9110, section 9.3.5).
An endpoint that reads from the body whom to delete then reads nothing.
Source: Experience League, "Create a Webhook".`,
  visit: {
    webhook({ template, method }) {
      if (template === undefined || template.value.trim() === '' || method.value !== 'DELETE')
        return undefined
      return {
        at: template.at,
        message: 'a template for the method DELETE',
        effect: 'whether it is sent is not documented, and servers may drop it',
        setBy: [{ at: method.at, message: 'method: DELETE' }],
        help: 'put "{{lead.Id}}" into the URL, or use POST',
      }
    },
  },
}
