import { rememberFor } from '../base/remember-for.ts'
import { spanWithin, type LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import {
  credentialsInTemplate,
  credentialsInUrl,
  type FoundCredential,
} from '../marketo/find-credentials.ts'
import { isLogin, isSecretName } from '../marketo/secret-names.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Header, Webhook } from '../model/webhook.ts'

/** A credential that somebody has typed into a definition. */
export interface TypedCredential {
  readonly at: Span
  /** False where only a name stands there, and what it stands for somewhere else. */
  readonly isHere: boolean
  /** Everything that must not be shown: the credential, and parts of it that are one for themselves. */
  readonly texts: readonly string[]
  readonly message: string
  readonly effect: string
}

const SHOWN_TO_ALL = 'it shows in the repository and in the activity log of every person'

/** Credentials in the URL and the template of a webhook. */
export const credentialsOfWebhook: (webhook: Webhook) => readonly TypedCredential[] = rememberFor(
  ({ url, template }) => [
    ...located(url, credentialsInUrl(url.value)),
    ...(template === undefined ? [] : located(template, credentialsInTemplate(template.value))),
  ],
)

/** The credential that a header carries, unless it comes by reference, or from the lead or the trigger. */
export function* credentialsOfHeader(
  header: Header,
  program: DefinedProgram,
): Iterable<TypedCredential> {
  if (header.kind === 'secret' || header.value.value.trim() === '') return
  const { value, at } = header.value
  if (!isSecretName(header.name.value) && !isLogin(value)) return
  const tokens = parseTemplate(value).filter((part) => part.kind === 'token')
  if (tokens.some(({ namespace }) => namespace.toLowerCase() !== 'my')) return
  const [token] = tokens
  if (token === undefined) {
    yield {
      at,
      isHere: true,
      texts: [value, value.replace(/^\s*\w+\s+/, '').trim()],
      message: `the header "${header.name.value}" is written out`,
      effect: 'whoever can read the repository can call the endpoint',
    }
    return
  }
  const own = program.home?.tokens.filter(({ name }) =>
    tokens.some((each) => each.name.toLowerCase() === name.value.toLowerCase()),
  )
  yield {
    at,
    isHere: false,
    texts: own?.map((each) => each.value.value) ?? [],
    message: `the header "${header.name.value}" takes its credential from a My Token`,
    effect: 'the value stands in the repository and in the program, for every user to read',
  }
}

/** Credentials that stand as the values of My Tokens; of those that a header takes, the header is told. */
export function* credentialsOfHome(program: DefinedProgram): Iterable<TypedCredential> {
  const headers = program.webhooks.flatMap((webhook) => webhook.headers)
  const told = headers.flatMap((header) => [...credentialsOfHeader(header, program)])
  const known = new Set(told.flatMap(({ texts }) => texts))
  for (const { name, value } of program.home?.tokens ?? []) {
    if (!isSecretTokenName(name.value) || !/^[^\s{}]{6,}$/.test(value.value)) continue
    if (known.has(value.value)) continue
    yield {
      at: value.at,
      isHere: true,
      texts: [value.value],
      message: `the My Token "${name.value}" is written out`,
      effect: 'the value stands in the repository and in the program, for every user to read',
    }
  }
}

/** A name that ends in what it is; "Password Reset Page" is none. */
function isSecretTokenName(name: string): boolean {
  return /(?:^|[\s_-])(?:secret|password|passwd|api[\s_-]?key|(?:access|auth)[\s_-]?token)$/i.test(
    name.trim(),
  )
}

function* located(
  text: LocatedText,
  credentials: readonly FoundCredential[],
): Iterable<TypedCredential> {
  for (const { start, end, message } of credentials) {
    const value = text.value.slice(start, end)
    const texts = [value, ...value.split(':')]
    const at = spanWithin(text, start, end)
    yield { at, isHere: true, texts, message, effect: SHOWN_TO_ALL }
  }
}
