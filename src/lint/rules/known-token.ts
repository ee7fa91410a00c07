import { nearest } from '../../base/nearest.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { TokenPart } from '../../marketo/tokens/parse-template.ts'
import type { TokenScopeContents } from '../../marketo/tokens/token-kind.ts'
import { TOKEN_KINDS } from '../../marketo/tokens/token-kinds.ts'
import { tokenContents } from '../../model/available-fields.ts'
import type { Rule, SeenToken } from '../rule.ts'
import { editWithin, fixOf } from '../written-edit.ts'

/** Marketo reports no unknown token; what arrives in its place is documented nowhere. */
export const knownToken: Rule = {
  id: 'known-token',
  severity: 'error',
  category: 'tokens',
  summary: 'every token names a field that exists, by its display name',
  why: `Tokens use a field's display name with its spaces, such as \`{{lead.Email Address}}\`, not its REST or SOAP name.
Marketo's editor does not check them, and what an unknown one becomes is not documented.
The company's name is \`{{company.Company Name}}\`; there is no \`{{lead.Company}}\`.
Source: Experience League, "Tokens Overview".`,
  visit: {
    token(token, { program }) {
      const { flaw } = token.placed.token
      if (flaw === 'malformed-default' || token.field !== undefined) return undefined
      if (token.kind?.namespace === 'my' || token.kind?.scope === 'unsupported') return undefined
      return flaw === undefined
        ? unknownToken(token, tokenContents(program))
        : { at: token.at, message: flawMessage(token.placed.token) }
    },
  },
}

function flawMessage({ flaw, raw }: TokenPart): string {
  if (flaw === 'unclosed') return 'a token is opened with "{{" and never closed with "}}"'
  if (flaw === 'blank-name') return `"${raw}" has no name after the dot`
  return `"${raw}" has no namespace such as "lead." or "my."`
}

function unknownToken(token: SeenToken, contents: TokenScopeContents): Finding {
  const { raw, namespace, name, start, end } = token.placed.token
  const known = byApiName(token, contents)
  const meant = known ?? nearestToken(token, contents)
  return {
    at: token.at,
    message:
      token.kind === undefined
        ? `"${namespace}" is not a namespace of tokens`
        : `there is no ${token.kind.title} field with the display name "${name}"`,
    effect: 'what Marketo sends in its place is not documented; a lead would arrive incomplete',
    help:
      meant === undefined
        ? `take the display name from Admin › Field Management, or declare the field under "fields"`
        : `did you mean "${meant}"?`,
    // A name that is only near may be that of another field.
    ...(known === undefined
      ? {}
      : fixOf(`write ${known}`, [editWithin(token.text, { start, end }, replaced(raw, known))])),
  }
}

/** The token of the one field that bears this name in another vocabulary, or on another object. */
function byApiName(token: SeenToken, contents: TokenScopeContents): string | undefined {
  const written = squeeze(token.placed.token.name)
  const [field, other] = contents.fields.filter(
    ({ owner, restName, soapName, displayName }) =>
      (owner === 'lead' || owner === 'company') &&
      [restName, soapName, displayName].some(
        (name) => name !== undefined && squeeze(name) === written,
      ),
  )
  if (field === undefined || other !== undefined) return undefined
  return `{{${field.owner}.${field.displayName}}}`
}

/** The same name elsewhere, or the nearest one. */
function nearestToken(token: SeenToken, contents: TokenScopeContents): string | undefined {
  const { namespace, name } = token.placed.token
  if (token.kind === undefined) {
    const kind = nearest(
      namespace,
      TOKEN_KINDS.map((candidate) => candidate.namespace),
    )
    return kind === undefined ? undefined : `{{${kind}.${name}}}`
  }
  const near = nearest(name, token.kind.names(contents))
  return near === undefined ? undefined : `{{${token.kind.namespace}.${near}}}`
}

/** Names as people misremember them: without spaces, underscores and the suffix of custom fields. */
function squeeze(name: string): string {
  return name.toLowerCase().replace(/__c$/, '').replace(/[\s_]/g, '')
}

function replaced(raw: string, meant: string): string {
  const colon = raw.indexOf(':default=')
  return colon === -1 ? meant : `${meant.slice(0, -2)}${raw.slice(colon)}`
}
