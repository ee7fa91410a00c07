import type { Rule } from '../rule.ts'

/** Nothing is read from a response of the type None. */
export const mappingsHaveResponseType: Rule = {
  id: 'mappings-have-response-type',
  severity: 'error',
  category: 'response',
  summary: 'a webhook with mappings says whether the response is JSON or XML',
  why: `Mappings work only when the Response type is the format that the endpoint really answers in.
With None nothing is read.
Source: Experience League, "Create a Webhook", "Webhooks".`,
  visit: {
    webhook({ mappings, responseType, id }) {
      const [first] = mappings
      if (first === undefined || responseType?.value === 'JSON' || responseType?.value === 'XML')
        return undefined
      return {
        at: responseType?.at ?? id.at,
        message:
          responseType === undefined
            ? 'the response is mapped, and its type is not stated'
            : `the response is mapped, and its type is ${responseType.value}`,
        effect: 'no mapping finds anything',
        help: 'write "responseType: JSON" or "responseType: XML", as the endpoint answers',
        related: [{ at: first.path.at, message: 'the first mapping' }],
      }
    },
  },
}
