import type { LocatedText } from '../../base/located-text.ts'
import { nearest } from '../../base/nearest.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { Rule } from '../rule.ts'
import { seenTokens } from '../seen-tokens.ts'

/** A call can only be known again by what is in it. */
export const idempotencyKeySent: Rule = {
  id: 'idempotency-key-sent',
  severity: 'error',
  category: 'contract',
  summary: 'the members that make a repeated call known are sent, and differ between people',
  why: `\`idempotency\` promises that the endpoint knows a repeated call by these members.
One that is not in the request promises nothing; and members that are the same for everybody make the endpoint take the second person for the first.
The runbook lets people send again on the strength of this promise.`,
  visit: {
    *webhook(webhook, { program }) {
      const keys = webhook.idempotency?.key ?? []
      const sent = sentKeys(webhook)
      const missing = keys.filter(({ value }) => !sent.includes(lastPart(value)))
      for (const { value, at } of missing) {
        const meant = nearest(lastPart(value), sent)
        yield {
          at,
          message: `the request does not hold "${value}"`,
          effect: 'the endpoint cannot know a repeated call by it',
          help: meant === undefined ? `it holds: ${sent.join(', ')}` : `did you mean "${meant}"?`,
        }
      }
      const [first] = keys
      if (first === undefined || missing.length > 0 || mayDiffer(keys, webhook, program)) return
      yield {
        at: first.at,
        message: 'nothing in the key tells people apart',
        effect: 'the endpoint takes the second person for a repetition of the first',
        help: 'add a member that holds "{{lead.Id}}"',
      }
    },
  },
}

/** Names of members, pairs, elements, parameters and headers, as they stand in the text. */
function sentKeys({ template, url, headers }: Webhook): readonly string[] {
  const body = template?.value ?? ''
  const found = [
    ...body.matchAll(/"([^"\\{}]+)"\s*:/g),
    ...body.matchAll(/(?:^|&)\s*([^=&{}<>"\s]+)=/g),
    ...body.matchAll(/<([A-Za-z_][\w.:-]*)/g),
    ...url.value.matchAll(/[?&]([^=&#{}]+)=/g),
  ]
  const names = found.flatMap(([, name]) => name ?? [])
  return [...new Set([...names, ...headers.map(({ name }) => name.value)])]
}

/** `order.id` and `lines[0].id` end in the member's own name. */
function lastPart(path: string): string {
  return path.split('.').at(-1) ?? path
}

const OF_A_PERSON: readonly string[] = ['lead', 'company', 'member', 'trigger']

/** False only where every member of the key is seen, and none shows anything of a person. */
function mayDiffer(
  keys: readonly LocatedText[],
  webhook: Webhook,
  program: DefinedProgram,
): boolean {
  const names = keys.map(({ value }) => lastPart(value))
  if (webhook.headers.some(({ name }) => names.includes(name.value))) return true
  const tokens = seenTokens(webhook, program).filter(({ part }) => part !== 'header')
  const own = tokens.filter(({ placed }) => {
    const last = placed.path?.at(-1)
    return last === undefined || typeof last === 'number' || names.includes(last)
  })
  return own.some(
    ({ kind, field, placed }) =>
      placed.path === undefined ||
      kind === undefined ||
      (OF_A_PERSON.includes(kind.namespace) && field !== undefined),
  )
}
