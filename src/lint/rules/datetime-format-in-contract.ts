import type { Rule } from '../rule.ts'
import { schemaAt } from '../schema-at.ts'

const DATE_FORMATS: readonly string[] = ['date-time', 'date', 'time']

/** How Marketo writes a date and a datetime. Source: Snowplow's adapter for Marketo webhooks. */
const WRITTEN = [
  {
    type: 'datetime',
    format: undefined,
    example: '2026-11-24 09:30:00',
    instead: '"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$"',
  },
  { type: 'date', format: 'date', example: '2026-11-24', instead: '"format": "date"' },
] as const

/** A datetime as Marketo writes it is no `date-time`. */
export const datetimeFormatInContract: Rule = {
  id: 'datetime-format-in-contract',
  severity: 'error',
  category: 'contract',
  summary: 'the request schema takes dates and datetimes as Marketo writes them',
  why: `Marketo writes a datetime as \`2026-11-24 09:30:00\`: with a space, without a zone.
\`"format": "date-time"\` asks for RFC 3339 and refuses every one of them.
Sources: Experience League, "System Tokens Glossary"; Snowplow's adapter for Marketo webhooks.`,
  visit: {
    token({ placed, field, at }, { webhook }) {
      const written = WRITTEN.find(({ type }) => type === field?.type)
      if (written === undefined || placed.path === undefined) return undefined
      const format = schemaAt(webhook.request, placed.path)?.['format']
      if (webhook.request === undefined || typeof format !== 'string') return undefined
      if (!DATE_FORMATS.includes(format) || format === written.format) return undefined
      return {
        at,
        message: `the request schema wants the format "${format}" for "${placed.token.raw}"`,
        effect: `Marketo sends "${written.example}", which never has this format: every call is refused`,
        setBy: [{ at: webhook.request.at, message: `"format": "${format}"` }],
        help: `use ${written.instead} instead`,
      }
    },
  },
}
