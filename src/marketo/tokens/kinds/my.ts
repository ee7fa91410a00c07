import type { FieldTypeName } from '../../field-types/field-type.ts'
import { findNamedValue } from '../named-values.ts'
import type { MyTokenType, TokenKind } from '../token-kind.ts'

/** What a My Token's value is like. Email scripts and calendar files have no documented meaning in webhooks. */
const TYPES: Readonly<Record<MyTokenType, FieldTypeName>> = {
  text: 'text',
  number: 'float',
  date: 'date',
  'rich text': 'text',
  score: 'score',
  'sfdc campaign': 'string',
  'calendar file': 'text',
  'email script': 'text',
}

export const myTokens: TokenKind = {
  namespace: 'my',
  title: 'My Token',
  scope: 'program',
  source: 'Experience League, "Understanding My Tokens in a Program", "Webhooks"',
  find: (name, { myTokens: defined }) =>
    findNamedValue(
      name,
      defined.map((token) => ({ name: token.name, type: TYPES[token.type], isAlwaysSet: true })),
      'a My Token of the definition',
    ),
  names: ({ myTokens: defined }) => defined.map((token) => token.name),
}
