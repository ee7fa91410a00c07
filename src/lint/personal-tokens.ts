import { rememberFor } from '../base/remember-for.ts'
import { PERSONAL_CLASSES, type PersonalClass } from '../marketo/fields/personal-class.ts'
import { personalClassOf } from '../marketo/fields/personal-data.ts'
import { tokenKey } from '../marketo/tokens/token-key.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import type { SeenToken } from './rule.ts'
import { seenTokens } from './seen-tokens.ts'

/** What of one class a webhook sends. */
export interface SentClass {
  readonly name: PersonalClass
  readonly tokens: readonly [SeenToken, ...SeenToken[]]
}

/**
 * The personal data that a webhook sends, by class, most telling first. Marketo's own id alone is not
 * counted: it is the least by which two systems can talk about one person.
 */
export const sentClasses: typeof sortByClass = rememberFor(sortByClass)

function sortByClass(webhook: Webhook, program: DefinedProgram): readonly SentClass[] {
  const tokens = seenTokens(webhook, program)
  return PERSONAL_CLASSES.flatMap((name): readonly SentClass[] => {
    const [first, ...others] = tokens.filter(
      (token) => tokenClass(token) === name && tokenKey(token.placed.token) !== 'lead.id',
    )
    return first === undefined ? [] : [{ name, tokens: [first, ...others] }]
  })
}

/** The class of personal data that a token shows; undefined for none, and where it is not known. */
export function tokenClass({ placed, field }: SeenToken): PersonalClass | undefined {
  return personalClassOf(tokenKey(placed.token), field)
}
