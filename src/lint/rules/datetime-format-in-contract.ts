import type { Rule } from '../rule.ts'
import { schemaAt } from '../schema-at.ts'

/** A datetime as Marketo writes it is no `date-time`. */
export const datetimeFormatInContract: Rule = {
  id: 'datetime-format-in-contract',
  severity: 'error',
  category: 'contract',
  summary: 'the request schema takes datetimes as Marketo writes them',
  why: `Marketo writes a datetime as \`2026-11-24 09:30:00\`: with a space, without a zone.
\`"format": "date-time"\` asks for RFC 3339 and refuses every one of them.
Sources: Experience League, "System Tokens Glossary"; Snowplow's adapter for Marketo webhooks.`,
  visit: {
    *token({ placed, field, at }, { webhook }) {
      if (placed.path === undefined || field?.type !== 'datetime') return
      const format = schemaAt(webhook.request, placed.path)?.['format']
      if (webhook.request === undefined) return
      if (format !== 'date-time' && format !== 'date' && format !== 'time') return
      yield {
        at,
        message: `the request schema wants the format "${format}" for "${placed.token.raw}"`,
        effect:
          'Marketo sends "2026-11-24 09:30:00", which never has this format: every call is refused',
        setBy: [{ at: webhook.request.at, message: `"format": "${format}"` }],
        help: 'use "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$" instead',
      }
    },
  },
}
