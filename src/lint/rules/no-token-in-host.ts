import type { Rule } from '../rule.ts'

/** A host that depends on data decides who gets the secret header. */
export const noTokenInHost: Rule = {
  id: 'no-token-in-host',
  severity: 'error',
  category: 'security',
  summary: 'no token decides which host is called',
  why: `A token in the host lets a field's value, or anybody who may edit a My Token, choose who receives the lead and the secret headers.
Values by environment belong into \`vars\`: they are fixed when the definition is compiled.`,
  visit: {
    token({ part, placed, at }, { webhook }) {
      if (part !== 'url' || placed.context !== 'url-host') return undefined
      const secret = webhook.headers.find((header) => header.kind === 'secret')
      return {
        at,
        message: `the token "${placed.token.raw}" decides which host is called`,
        effect:
          secret === undefined
            ? 'whoever can change that value receives the leads'
            : `whoever can change that value receives the leads and the secret "${secret.name.value}"`,
        help: 'write the host out, or as a variable: "https://${crmHost}/…" with crmHost under "vars"',
      }
    },
  },
}
