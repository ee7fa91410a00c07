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
      const places = placesByName(families)
      const told = new Set<string>()
      for (const { program, webhook } of placesOf(family)) {
        const sharing = places.get(nameKey(program, webhook)) ?? []
        const own = sharing.findIndex(
          (other) => other.webhook === webhook && other.program === program,
        )
        const place = { program, webhook }
        const first = sharing.slice(0, own).find((other) => clashes(other, place))
        if (first === undefined || told.has(webhook.id.value)) continue
        told.add(webhook.id.value)
        yield {
          at: webhook.name.at,
          message: `two webhooks of "${program.subscription.id.value}" are called "${webhook.name.value}"`,
          effect: 'a campaign that picks the name may call the other one',
          related: [{ at: first.webhook.name.at, message: otherWords(first, place) }],
          help:
            webhook.scope.value === 'environment'
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

/** One name in one subscription, as the screen compares names: without regard to capitals. */
function nameKey({ subscription }: Program, { name }: Webhook): string {
  return JSON.stringify([subscription.id.value, name.value.trim().toLowerCase()])
}

/** Every family asks for all places of the project: they are sorted by name once. */
const known = new WeakMap<readonly ProgramFamily[], ReadonlyMap<string, readonly Place[]>>()

function placesByName(families: readonly ProgramFamily[]): ReadonlyMap<string, readonly Place[]> {
  const sorted = known.get(families) ?? sortByName(families.flatMap(placesOf))
  known.set(families, sorted)
  return sorted
}

function sortByName(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const sorted = new Map<string, Place[]>()
  for (const place of places) {
    const key = nameKey(place.program, place.webhook)
    const sharing = sorted.get(key) ?? []
    sharing.push(place)
    sorted.set(key, sharing)
  }
  return sorted
}

/** The same webhook in two environments is one webhook, unless each is to have its own. */
function clashes(a: Place, b: Place): boolean {
  const isSame =
    a.program.id.value === b.program.id.value && a.webhook.id.value === b.webhook.id.value
  return !isSame || b.webhook.scope.value === 'environment'
}

function otherWords({ program, webhook }: Place, place: Place): string {
  const isSame = program.id.value === place.program.id.value
  return isSame && webhook.id.value === place.webhook.id.value
    ? `the same in "${program.environment.id.value}"`
    : `"${webhook.id.value}" of "${program.id.value}"`
}
