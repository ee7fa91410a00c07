import type { Program } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { ProgramFamily } from '../../model/workspace.ts'
import type { Rule } from '../rule.ts'

/** A flow step picks a webhook by its name, from one list for the whole subscription. */
export const webhookNameUnique: Rule = {
  id: 'webhook-name-unique',
  severity: 'error',
  category: 'request',
  summary: 'webhooks of a subscription have different names on the screen',
  why: `A subscription has one list of webhooks, and Call Webhook and "Webhook is Called" pick from it by name.
Of two with the same name nobody sees which one is called; a lead of one region goes to the endpoint of another.
A webhook with \`scope: environment\` needs another name in each environment of a subscription: \`name: "CRM Lead \${unitName}"\`.
Sources: Experience League, "Call Webhook", "Create a Webhook".`,
  visit: {
    *family(family, { families }) {
      const before = families.slice(0, families.indexOf(family)).flatMap(placesOf)
      const own = placesOf(family)
      const told = new Set<string>()
      for (const [index, place] of own.entries()) {
        const first = [...before, ...own.slice(0, index)].find((other) => clashes(other, place))
        if (first === undefined || told.has(place.webhook.id.value)) continue
        told.add(place.webhook.id.value)
        yield {
          at: place.webhook.name.at,
          message: `two webhooks of "${place.program.subscription.id.value}" are called "${place.webhook.name.value}"`,
          effect: 'a campaign that picks the name may call the other one',
          related: [{ at: first.webhook.name.at, message: otherWords(first, place) }],
          help:
            place.webhook.scope.value === 'environment'
              ? 'put a variable into the name that differs by environment: "… ${region}"'
              : 'give it a name of its own',
        }
      }
    },
  },
}

interface Place {
  readonly program: Program
  readonly webhook: Webhook
}

function placesOf({ deployments }: ProgramFamily): readonly Place[] {
  return deployments.flatMap(({ program }) =>
    program.webhooks.map((webhook) => ({ program, webhook })),
  )
}

function clashes(a: Place, b: Place): boolean {
  if (a.program.subscription.id.value !== b.program.subscription.id.value) return false
  if (nameOf(a) !== nameOf(b)) return false
  const isSame =
    a.program.id.value === b.program.id.value && a.webhook.id.value === b.webhook.id.value
  return !isSame || b.webhook.scope.value === 'environment'
}

function nameOf({ webhook }: Place): string {
  return webhook.name.value.trim().toLowerCase()
}

function otherWords({ program, webhook }: Place, place: Place): string {
  const isSame = program.id.value === place.program.id.value
  return isSame && webhook.id.value === place.webhook.id.value
    ? `the same in "${program.environment.id.value}"`
    : `"${webhook.id.value}" of "${program.id.value}"`
}
