import type { TokenValue } from '../marketo/token-value.ts'
import type { Person } from './person.ts'

/** A fixture lead as a person: its fields, and those of its company where the person has none of that name. */
export function fixturePerson(values: Readonly<Record<string, TokenValue>>): Person {
  const entries = ['company.', 'lead.'].flatMap((owner) =>
    Object.entries(values).flatMap(([key, value]) =>
      key.startsWith(owner) ? [[key.slice(owner.length), value] as const] : [],
    ),
  )
  return { fields: Object.fromEntries(entries), lists: [], isDeleted: false }
}
