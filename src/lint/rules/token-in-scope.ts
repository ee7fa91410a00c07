import type { Finding } from '../../diagnostic/finding.ts'
import { triggerNamed } from '../../marketo/campaigns/triggers.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Rule, SeenToken, WebhookContext } from '../rule.ts'

/** A token has a value only where its namespace has one. */
export const tokenInScope: Rule = {
  id: 'token-in-scope',
  severity: 'error',
  category: 'tokens',
  summary: 'every token has a value in the campaigns that call the webhook',
  why: `\`my.\`, \`program.\` and \`member.\` tokens exist only where the calling campaign stands in a program.
A \`trigger.\` token is empty unless one of the calling campaign's triggers provides it.
A default, even an empty one (\`:default=\`), says that the author knows.
Sources: Experience League, "Webhooks", "Trigger Tokens for Interesting Moments", "Program Member Custom Field Tokens".`,
  visit: {
    token(token, context) {
      return outOfScope(token, context)
    },
  },
}

function outOfScope(token: SeenToken, context: WebhookContext): Finding | undefined {
  const { raw, name, defaultText } = token.placed.token
  if (token.kind?.scope === 'unsupported') {
    return {
      at: token.at,
      message: `"${raw}" is not available in webhooks`,
      help: 'send a field of the lead instead',
    }
  }
  if (context.callers.length === 0) return undefined
  if (token.kind?.scope === 'program') return outsideProgram(token, context)
  if (token.kind?.scope !== 'trigger' || token.field === undefined) return undefined
  if (defaultText !== undefined || context.callers.some((caller) => provides(caller, name))) {
    return undefined
  }
  return {
    at: token.at,
    message: `no trigger of the calling campaigns provides "${raw}"`,
    effect: 'it is always empty',
    help: `remove it, or write "${raw.slice(0, -2)}:default=}}" to say that it may be empty`,
    related: context.callers.map((caller) => ({ at: caller.name.at, message: 'called from here' })),
  }
}

function outsideProgram(
  token: SeenToken,
  { program, callers }: WebhookContext,
): Finding | undefined {
  if (program.home !== undefined) return undefined
  return {
    at: token.at,
    message: `"${token.placed.token.raw}" needs a program, and the calling campaign stands in none`,
    effect: 'it has no value',
    help: 'describe the Marketo program under "program", or send something else',
    related: callers.map((caller) => ({ at: caller.name.at, message: 'called from here' })),
  }
}

function provides(campaign: Campaign, tokenName: string): boolean {
  const wanted = tokenName.toLowerCase()
  return campaign.triggers.some((trigger) => {
    const known = triggerNamed(trigger.trigger.value)
    return known === undefined || known.tokens.some((name) => name.toLowerCase() === wanted)
  })
}
