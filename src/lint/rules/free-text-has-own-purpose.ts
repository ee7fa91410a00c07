import { purposeOf } from '../../model/purpose.ts'
import type { Webhook } from '../../model/webhook.ts'
import { sentClasses } from '../personal-tokens.ts'
import type { Rule } from '../rule.ts'

/** In a text that somebody has typed, anything may stand. */
export const freeTextHasOwnPurpose: Rule = {
  id: 'free-text-has-own-purpose',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'privacy',
  summary: 'typed texts are sent for a purpose of their own',
  why: `In notes, comments and conversations people write about their health, their family and others.
A sentence that is meant for names and addresses rarely says why such a text is needed, and often it is not.
\`purpose: {free text: …}\` says it, in the webhook or in the program.`,
  visit: {
    webhook(webhook, { program }) {
      const sent = sentClasses(webhook, program).find(({ name }) => name === 'free text')
      if (sent === undefined || hasOwnSentence(webhook, program)) return undefined
      // Without any purpose the rule personal-data-has-purpose speaks.
      if (purposeOf('free text', webhook, program) === undefined) return undefined
      const [first, ...others] = sent.tokens
      return {
        at: first.at,
        message: `the typed text "${first.placed.token.raw}" is sent for a purpose that speaks of everything`,
        effect: 'whatever somebody has written there reaches the endpoint and its logs',
        related: others.map(({ at, placed }) => ({ at, message: `and ${placed.token.raw}` })),
        help: 'leave it out, or write "purpose: {free text: <why it is needed>, …}"',
      }
    },
  },
}

function hasOwnSentence(...stated: readonly Pick<Webhook, 'purpose'>[]): boolean {
  return stated.some(({ purpose }) => purpose?.byClass.some(({ name }) => name === 'free text'))
}
