import { spanWithin, type LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { isSecretName } from '../../marketo/secret-names.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import type { Rule } from '../rule.ts'

const HELP =
  'declare it under "secrets" of the project and send it as a header: {secret: <id>, format: "Bearer ${secret}"}'

/** What stands behind the name of an authentication scheme, whatever the header is called. */
const LOGIN = /^\s*(?:Bearer|Basic)\s+\S{6,}\s*$/i

/** A secret in the repository is no secret; in URL or template it also shows in every activity. */
export const secretsByReference: Rule = {
  id: 'secrets-by-reference',
  severity: 'error',
  category: 'security',
  summary: 'no credential is written out: secrets are references, sent as headers',
  why: `Whoever can read the repository can use what is written in it.
In the URL or the template a credential also shows in the person's activity log, for every Marketo user to read; headers do not show there.
Source: S. Whiteman, "Keep your API keys secret using X- headers".`,
  visit: {
    *webhook({ url, template }) {
      yield* secretsInUrl(url)
      if (template !== undefined) yield* secretsInTemplate(template)
    },
    *header(header) {
      if (header.kind === 'secret' || header.value.value.trim() === '') return
      if (!isSecretName(header.name.value) && !LOGIN.test(header.value.value)) return
      const namespaces = namespacesIn(header.value.value)
      // What comes from the lead or the trigger is not in the repository.
      if (namespaces.some((namespace) => namespace !== 'my')) return
      yield {
        at: header.value.at,
        message:
          namespaces.length === 0
            ? `the header "${header.name.value}" is written out`
            : `the header "${header.name.value}" takes its credential from a My Token`,
        effect:
          namespaces.length === 0
            ? 'whoever can read the repository can call the endpoint'
            : 'the value stands in the repository and in the program, for every user to read',
        help: HELP,
      }
    },
  },
}

function namespacesIn(text: string): readonly string[] {
  return parseTemplate(text).flatMap((part) =>
    part.kind === 'token' ? [part.namespace.toLowerCase()] : [],
  )
}

function* secretsInUrl(url: LocatedText): Iterable<Finding> {
  yield* found(url, /(?<=^https?:\/\/)[^/?#@{}]+:[^/?#@{}]+(?=@)/gi, 'a login stands in the URL')
  yield* found(
    url,
    /(?<=[?&](?:api-?_?key|access-?_?token|auth-?_?token|secret|client_secret|password|passwd|pwd)=)(?!\{\{|\$\{)[^&#\s]{6,}/gi,
    'a credential stands in the query of the URL',
  )
  yield* found(
    url,
    /(?<=[?&](?:key|code|token|sig|signature)=)(?!\{\{|\$\{)[^&#\s]{16,}/gi,
    'a credential stands in the query of the URL',
    (value) => /[0-9]/.test(value) && /[a-z]/i.test(value),
  )
  yield* found(
    url,
    /(?<=\/)[A-Za-z0-9_=-]{24,}(?=[/?#]|$)/g,
    'a part of the path looks like a credential',
    looksRandom,
  )
}

function* secretsInTemplate(template: LocatedText): Iterable<Finding> {
  yield* found(
    template,
    /(?<=(?:api-?_?key|access-?_?token|auth-?_?token|client_?secret|secret|password|passwd|pwd)"?\s*[:=]\s*"?)(?!\{\{|\$\{)[^\s"&{}<>,]{6,}/gi,
    'a credential stands in the template',
  )
}

function* found(
  text: LocatedText,
  pattern: RegExp,
  message: string,
  isCredential: (value: string) => boolean = () => true,
): Iterable<Finding> {
  for (const match of text.value.matchAll(pattern)) {
    if (!isCredential(match[0])) continue
    yield {
      at: spanWithin(text, match.index, match.index + match[0].length),
      message,
      effect: 'it shows in the repository and in the activity log of every person',
      help: HELP,
    }
  }
}

/** Capitals, small letters and digits, several of each: a public id in hex is left in peace. */
function looksRandom(value: string): boolean {
  return [/[A-Z]/g, /[a-z]/g, /[0-9]/g].every((kind) => (value.match(kind)?.length ?? 0) >= 3)
}
