import type { Finding } from '../../diagnostic/finding.ts'
import type { Rule } from '../rule.ts'
import {
  credentialsOfHeader,
  credentialsOfHome,
  credentialsOfWebhook,
  type TypedCredential,
} from '../typed-credentials.ts'

const HELP =
  'declare it under "secrets" of the project and send it as a header: {secret: <id>, format: "Bearer ${secret}"}'

/** A secret in the repository is no secret; in URL or template it also shows in every activity. */
export const secretsByReference: Rule = {
  id: 'secrets-by-reference',
  severity: 'error',
  category: 'security',
  summary: 'no credential is written out: secrets are references, sent as headers',
  why: `Whoever can read the repository can use what is written in it.
In the URL or the template a credential also shows in the person's activity log, for every Marketo user to read; headers do not show there.
Source: S. Whiteman, "Keep your API keys secret using X- headers".`,
  visit: {
    *webhook(webhook) {
      for (const credential of credentialsOfWebhook(webhook)) yield findingOf(credential)
    },
    *program(program) {
      for (const credential of credentialsOfHome(program)) yield findingOf(credential)
    },
    *header(header, { program }) {
      for (const credential of credentialsOfHeader(header, program)) yield findingOf(credential)
    },
  },
}

function findingOf({ at, message, effect }: TypedCredential): Finding {
  return { at, message, effect, help: HELP }
}
