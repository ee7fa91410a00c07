import { visibleText } from '../../base/visible-text.ts'
import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { ShownValue } from '../../marketo/encodings/encoding.ts'
import type { Fault, Rendered, RequestCheck } from '../check.ts'
import type { ExpectedText } from '../expected-texts.ts'

export const valuesSurvive: RequestCheck = {
  id: 'values-survive',
  summary: 'what the endpoint reads is what the lead holds',
  cause: 'escaping',
  check: (rendered, _plain, { expected, webhook }) => {
    const { leaves } = rendered
    const inHeader = changedHeader(webhook, rendered)
    if (inHeader !== undefined) return inHeader
    if (leaves === undefined) return undefined
    for (const { place, pieces } of expected) {
      const read = leaves.get(place)
      if (isRight(read, pieces, rendered)) continue
      const use = pieces.find((piece) => typeof piece !== 'string')
      const received =
        read === undefined ? 'nothing there' : visibleText(JSON.stringify(read) ?? 'nothing')
      return { use, message: 'the endpoint reads another value', received }
    }
    return undefined
  },
}

/** White space around a header's value is not a part of it. Source: RFC 9110, section 5.5. */
function changedHeader({ headers }: CompiledWebhook, rendered: Rendered): Fault | undefined {
  for (const [position, header] of headers.entries()) {
    if (header.kind === 'secret') continue
    const pieces = header.value.parts.map((part) => (part.kind === 'text' ? part.text : part))
    const use = pieces.find((piece) => typeof piece !== 'string')
    const expected = use === undefined ? undefined : textOf(pieces, rendered.shown)
    const read = rendered.request.headers[position]?.[1] ?? ''
    if (expected === undefined || isSameText(read.trim(), expected.trim())) continue
    const received = `another value in the header "${header.name}"`
    return { use, message: 'the endpoint reads another value', received }
  }
  return undefined
}

function isRight(read: unknown, pieces: ExpectedText['pieces'], { shown }: Rendered): boolean {
  const text = textOf(pieces, shown)
  if (text === undefined || isSameText(read, text)) return true
  const [only] = pieces
  const value = typeof only === 'object' && pieces.length === 1 ? shown.get(only.key) : undefined
  return value?.status === 'value' && isSame(read, value)
}

/** Undefined where a token shows a default or nothing: that is what the definition says, and the schema's matter. */
function textOf(pieces: ExpectedText['pieces'], shown: Rendered['shown']): string | undefined {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const value = shown.get(piece.key)
    if (value?.status !== 'value') return undefined
    text += value.text
  }
  return text
}

type Shown = Extract<ShownValue, { readonly status: 'value' }>

/** A form carries texts only; elsewhere numbers are compared as numbers, and a Boolean may be quoted. */
export function isSame(read: unknown, shown: Shown): boolean {
  if (isSameText(read, shown.text)) return true
  if (shown.form === 'number') return typeof read === 'number' && read === Number(shown.text)
  return shown.form === 'boolean' && String(read) === shown.text
}

/** Half a character becomes U+FFFD in every UTF-8 encoder: that is no harm that a definition does. */
function isSameText(read: unknown, text: string): boolean {
  return read === text || (typeof read === 'string' && wellFormed(read) === wellFormed(text))
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
