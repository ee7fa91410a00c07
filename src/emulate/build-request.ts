import type {
  CompiledPart,
  CompiledText,
  SentWebhook,
  TokenUse,
} from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import { encodingNamed } from '../marketo/encodings/encodings.ts'
import { parseTypedTemplate } from '../marketo/template-field.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import { showValue } from '../marketo/tokens/show-value.ts'
import { tokenKey } from '../marketo/tokens/token-key.ts'
import type { HttpRequest, Situation } from './call.ts'

export interface RequestOptions {
  readonly assumptions: AssumptionSet
  /** The value of a secret by its id, or what stands for it in a preview. */
  readonly secretOf: (id: string) => string
}

export type BuiltRequest =
  | {
      readonly status: 'built'
      readonly request: HttpRequest
      /** Where each token came to stand. */
      readonly tokens: RequestTokens
    }
  /** Marketo makes no request: an escape in the Template field is not one that it knows. */
  | { readonly status: 'refused'; readonly reason: string }

export interface RequestTokens {
  readonly url: readonly RenderedToken[]
  /** For each header, in their order. */
  readonly headers: readonly (readonly RenderedToken[])[]
  readonly body: readonly RenderedToken[]
}

export interface RenderedToken {
  readonly use: TokenUse
  /** Offsets in the URL, in the header's value or in the body. */
  readonly start: number
  readonly end: number
}

/**
 * The request that Marketo would send, byte for byte, under a set of assumptions. The URL travels as
 * typed, headers in the order of the dialog, the body as UTF-8; no Content-Type is added.
 * Source: Experience League, "Webhooks".
 */
export function buildRequest(
  webhook: SentWebhook,
  situation: Situation,
  options: RequestOptions,
): BuiltRequest {
  return requestBuilder(webhook, options)(situation)
}

/** The same for the situations of many leads: a URL and headers without tokens are made once for all. */
export function requestBuilder(
  webhook: SentWebhook,
  options: RequestOptions,
): (situation: Situation) => BuiltRequest {
  const { assumptions } = options
  const template = sentTemplate(webhook, assumptions)
  if (template?.status === 'refused') return () => template
  const urlEncoding = assumptions['encoding-in-url'] === 'applied' ? webhook.encoding : 'None'
  const urlOf = textRenderer(webhook.url, urlEncoding, assumptions)
  const headersOf = headersRenderer(webhook, options)
  const bodyOf = template && textRenderer(template.text, webhook.encoding, assumptions)
  return (situation) => {
    const url = urlOf(situation)
    const headers = headersOf(situation)
    const body = bodyOf?.(situation)
    const { method } = webhook
    return {
      status: 'built',
      request: { method, url: url.text, headers: headers.list, body: body?.text },
      tokens: { url: url.tokens, headers: headers.tokens, body: body?.tokens ?? [] },
    }
  }
}

interface RenderedText {
  readonly text: string
  readonly tokens: readonly RenderedToken[]
}

type Render<Rendered> = (situation: Situation) => Rendered

/** A text without tokens is the same for every lead. */
function textRenderer(
  { parts }: CompiledText,
  encoding: EncodingName,
  assumptions: AssumptionSet,
): Render<RenderedText> {
  const render = (situation: Situation): RenderedText =>
    renderText(parts, (part) => renderPart(part, encoding, situation, assumptions))
  return parts.some(({ kind }) => kind === 'token') ? render : always(render(NOBODY))
}

/** What stands for the lead where none matters. */
const NOBODY: Situation = new Map()

function always<Rendered>(rendered: Rendered): Render<Rendered> {
  return () => rendered
}

interface RenderedHeaders {
  readonly list: HttpRequest['headers']
  readonly tokens: RequestTokens['headers']
}

function headersRenderer(
  { headers, encoding }: SentWebhook,
  { assumptions, secretOf }: RequestOptions,
): Render<RenderedHeaders> {
  const ownEncoding = assumptions['encoding-in-headers'] === 'applied' ? encoding : 'None'
  const renders = headers.map((header): Render<RenderedText> => {
    if (header.kind === 'text') return textRenderer(header.value, ownEncoding, assumptions)
    const text = header.format.replaceAll('${secret}', () => secretOf(header.secret))
    return always({ text, tokens: [] })
  })
  const render = (situation: Situation): RenderedHeaders => {
    const values = renders.map((renderValue) => renderValue(situation))
    return {
      list: headers.map(({ name }, nth) => [name, values[nth]?.text ?? '']),
      tokens: values.map(({ tokens }) => tokens),
    }
  }
  const plain = render(NOBODY)
  return plain.tokens.some((tokens) => tokens.length > 0) ? render : always(plain)
}

function renderText(
  parts: CompiledText['parts'],
  render: (part: CompiledPart) => string,
): RenderedText {
  let text = ''
  const tokens: RenderedToken[] = []
  for (const part of parts) {
    const start = text.length
    text += render(part)
    if (part.kind === 'token') tokens.push({ use: part, start, end: text.length })
  }
  return { text, tokens }
}

export type SentTemplate =
  | { readonly status: 'sent'; readonly text: CompiledText }
  | { readonly status: 'refused'; readonly reason: string }

/** What Marketo makes of the typed template before it replaces tokens: the same for all leads, so it is kept. */
export function sentTemplate(
  webhook: SentWebhook,
  assumptions: AssumptionSet,
): SentTemplate | undefined {
  const isParsed = assumptions['backslash-preparse'] === 'on'
  const kept = SENT_TEMPLATES.get(webhook)
  if (kept?.has(isParsed) === true) return kept.get(isParsed)
  const sent = makeSentTemplate(webhook, isParsed)
  SENT_TEMPLATES.set(webhook, new Map([...(kept ?? []), [isParsed, sent]]))
  return sent
}

const SENT_TEMPLATES = new WeakMap<SentWebhook, ReadonlyMap<boolean, SentTemplate | undefined>>()

function makeSentTemplate(
  { template, typedTemplate }: SentWebhook,
  isParsed: boolean,
): SentTemplate | undefined {
  if (template === undefined || typedTemplate === undefined) return undefined
  if (!isParsed) return { status: 'sent', text: withText(template, typedTemplate) }
  const typed = parseTypedTemplate(typedTemplate)
  if (typed.status === 'sent') return { status: 'sent', text: withText(template, typed.text) }
  const reason = `Marketo does not know the escape "${typed.escape}" in the Template field and sends nothing`
  return { status: 'refused', reason }
}

/** The same tokens in another static text; the usual case is the same text. */
function withText(template: CompiledText, text: string): CompiledText {
  if (text === template.text.value) return template
  const known = new Map(
    template.parts.flatMap((part) => (part.kind === 'token' ? [[part.key, part] as const] : [])),
  )
  const parts = parseTemplate(text).map((part): CompiledPart => {
    if (part.kind === 'text') return { kind: 'text', text: part.text }
    const before = known.get(tokenKey(part))
    const key = tokenKey(part)
    const at = before?.at ?? template.text.at
    return { kind: 'token', token: part, key, field: before?.field, at }
  })
  return { text: template.text, parts }
}

function renderPart(
  part: CompiledPart,
  encoding: EncodingName,
  situation: Situation,
  assumptions: AssumptionSet,
): string {
  if (part.kind === 'text') return part.text
  const shown = showValue(part.field, situation.get(part.key) ?? null, part.token, assumptions)
  return encodingNamed(encoding).encode(shown, assumptions)
}
