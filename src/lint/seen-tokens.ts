import { rememberFor } from '../base/remember-for.ts'
import { rememberRecent } from '../base/remember-recent.ts'
import { spanWithin, type LocatedText } from '../base/located-text.ts'
import { bodyFormatNamed, bodyFormatOf } from '../marketo/body-formats/body-formats.ts'
import type { BodyFormat, TemplateReading } from '../marketo/body-formats/body-format.ts'
import { readHeaderTemplate } from '../marketo/body-formats/read-header-template.ts'
import { readUrlTemplate } from '../marketo/body-formats/read-url-template.ts'
import { findTokenField } from '../marketo/tokens/find-token-field.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import { tokenContents } from '../model/available-fields.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import type { SeenToken } from './rule.ts'

/** Every token of a webhook with its place, in the order of the dialog: URL, template, headers. */
export const seenTokens: typeof lookForTokens = rememberFor(lookForTokens)

function lookForTokens(webhook: Webhook, program: DefinedProgram): readonly SeenToken[] {
  const contents = tokenContents(program)
  const see = (
    part: SeenToken['part'],
    text: LocatedText,
    reading: TemplateReading,
  ): readonly SeenToken[] =>
    reading.tokens.map((placed) => ({
      part,
      text,
      placed,
      at: spanWithin(text, placed.token.start, placed.token.end),
      ...findTokenField(placed.token, contents),
    }))
  const headers = webhook.headers.flatMap((header) =>
    header.kind === 'text' ? [header.value] : [],
  )
  return [
    ...see('url', webhook.url, readUrlTemplate(parseTemplate(webhook.url.value))),
    ...(webhook.template === undefined
      ? []
      : see('template', webhook.template, readTemplate(webhook, webhook.template.value))),
    ...headers.flatMap((value) =>
      see('header', value, readHeaderTemplate(parseTemplate(value.value))),
    ),
  ]
}

/** What a webhook's body claims to be. */
export function bodyFormat(webhook: Webhook): BodyFormat {
  const encoding = webhook.tokenEncoding?.value ?? 'None'
  const template = webhook.template?.value ?? ''
  return bodyFormatNamed(bodyFormatOf(contentType(webhook)?.value, encoding, template))
}

/** The value of the Content-Type header, where the definition states one. */
export function contentType(webhook: Webhook): LocatedText | undefined {
  const header = webhook.headers.find(({ name }) => name.value.toLowerCase() === 'content-type')
  return header?.kind === 'text' ? header.value : undefined
}

/** A template read as the document that it claims to be. */
export function readTemplate(webhook: Webhook, template: string): TemplateReading {
  const format = bodyFormat(webhook)
  const known = readers.get(format) ?? readerOf(format)
  readers.set(format, known)
  return known(template)
}

/** Most environments have the same template, and rules ask for it more than once. */
const readers = new WeakMap<BodyFormat, (template: string) => TemplateReading>()

function readerOf(format: BodyFormat): (template: string) => TemplateReading {
  return rememberRecent((template) => format.readTemplate(parseTemplate(template)), 64)
}
