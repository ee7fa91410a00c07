import type { PageData } from '../../page-data.ts'

/** What each step is called on the page: `9.5.1 Create the webhook CRM Lead Sync`. */
export function stepNames({ steps }: PageData): ReadonlyMap<string, string> {
  return new Map(steps.map(({ id, number, does }) => [id, `${number} ${does}`]))
}
