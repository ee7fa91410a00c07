import { spanWithin, type LocatedText } from '../../base/located-text.ts'
import type { Header } from '../../model/webhook.ts'
import type { Rule } from '../rule.ts'

/** Velocity runs when an e-mail is sent, and nowhere else. */
export const noScriptInWebhook: Rule = {
  id: 'no-script-in-webhook',
  severity: 'error',
  category: 'payload',
  summary: 'neither Velocity nor an Email Script token stands in a webhook',
  why: `Email Script tokens and Velocity are documented for e-mails only: no page lets them run in the URL, the headers or the template of a webhook.
The directives would be sent as they are typed.
What escapes values in a webhook is Request Token Encoding; what decides or joins belongs into the endpoint.
Sources: Experience League, "Email Scripting", "Webhooks".`,
  visit: {
    *webhook({ url, template, headers }) {
      const texts = [url, template, ...headers.map(headerText)]
      for (const text of texts) {
        const found = text === undefined ? null : VELOCITY.exec(text.value)
        if (text === undefined || found === null) continue
        yield {
          at: spanWithin(text, found.index, found.index + found[0].length),
          message: `"${found[0]}" is Velocity, which runs in e-mails only`,
          effect: 'it is sent as it is typed',
          help: 'let the endpoint do it, and send it the values',
        }
      }
    },
    token({ kind, placed, at }, { program }) {
      if (kind?.namespace !== 'my') return undefined
      const wanted = placed.token.name.toLowerCase()
      const own = program.home?.tokens.find(({ name }) => name.value.toLowerCase() === wanted)
      if (own?.type.value !== 'email script' && own?.type.value !== 'calendar file')
        return undefined
      return {
        at,
        message: `"${placed.token.raw}" is of the type ${own.type.value}`,
        effect: 'no page says what it becomes in a webhook',
        setBy: [{ at: own.type.at, message: `type: ${own.type.value}` }],
        help: 'use a My Token of the type text, number or date',
      }
    },
  },
}

const VELOCITY = /#(?:set|if|elseif|foreach|macro)\s*\(|#\{?end\b|\$!?\{?(?:lead|company|esc)\./

function headerText(header: Header): LocatedText {
  return header.kind === 'text' ? header.value : header.format
}
