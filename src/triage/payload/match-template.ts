import type { CompiledPart } from '../../compile/compiled-program.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import type { KnownTemplate } from '../known-webhook.ts'

/** Whether a payload was made from a template; where not, the line of the template from which on it was not. */
export type TemplateMatch =
  { readonly status: 'matches' } | { readonly status: 'departs'; readonly line: number }

/** Recognises payloads of one template. */
export type TemplateMatcher = (payload: string) => TemplateMatch

type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly breaks: number }
  | { readonly kind: 'hole' }

const MATCHES: TemplateMatch = { status: 'matches' }

/**
 * A template is its own text with holes, and what fills a hole depends on the encoding: a JSON literal, an encoded form
 * value, or anything. Line breaks count as one, and what is blank at the end does not: how the screen keeps them is not documented.
 */
export function templateMatcher({ webhook }: Pick<KnownTemplate, 'webhook'>): TemplateMatcher {
  const { template, encoding } = webhook
  const pieces = piecesOf(template?.parts ?? [])
  const ends = VALUE_ENDS[encoding]
  return (payload) => {
    const text = plain(payload).trimEnd()
    let at = 0
    let line = 1
    for (const [nth, piece] of pieces.entries()) {
      if (piece.kind === 'hole') {
        const next = pieces[nth + 1]
        const isLast = nth + 2 === pieces.length
        at = ends(text, at, next?.kind === 'text' ? { text: next.text, isLast } : undefined)
        if (at < 0) return { status: 'departs', line }
      } else {
        const same = sameLength(text, at, piece.text)
        if (same < piece.text.length)
          return { status: 'departs', line: line + breaksIn(piece.text.slice(0, same)) }
        at += piece.text.length
        line += piece.breaks
      }
    }
    return at === text.length ? MATCHES : { status: 'departs', line }
  }
}

/** The last text loses what is blank at its end, as the payload does. */
function piecesOf(parts: readonly CompiledPart[]): readonly Piece[] {
  const pieces = parts.map((part): Piece => {
    return part.kind === 'text' ? textPiece(plain(part.text)) : { kind: 'hole' }
  })
  const last = pieces.at(-1)
  if (last?.kind !== 'text') return pieces
  return [...pieces.slice(0, -1), textPiece(last.text.trimEnd())]
}

function textPiece(text: string): Piece {
  return { kind: 'text', text, breaks: breaksIn(text) }
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** How many of the characters of a text stand at a place. */
function sameLength(text: string, at: number, wanted: string): number {
  if (text.startsWith(wanted, at)) return wanted.length
  let length = 0
  while (length < wanted.length && text[at + length] === wanted[length]) length++
  return length
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1
}

/** The text behind a value. */
interface Next {
  readonly text: string
  readonly isLast: boolean
}

/** Where a value ends that begins at a place; less than none where no value can stand there. */
type ValueEnd = (text: string, at: number, next: Next | undefined) => number

const VALUE_ENDS: Readonly<Record<EncodingName, ValueEnd>> = {
  JSON: literalEnd,
  'Form/Url': (text, at, next) => endBefore(text, at, next, FORM_VALUE),
  None: (text, at, next) => endBefore(text, at, next, undefined),
}

const JSON_TEXT = /"(?:[^"\\]|\\.)*"/sy
const JSON_BARE = /[^,\]}\s"]*/y
const FORM_VALUE = /^[^&=\s]*$/

function literalEnd(text: string, at: number): number {
  const pattern = text[at] === '"' ? JSON_TEXT : JSON_BARE
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Up to the text that comes next, or to the end. */
function endBefore(
  text: string,
  at: number,
  next: Next | undefined,
  allowed: RegExp | undefined,
): number {
  const end = placeOf(text, at, next)
  if (end < at) return -1
  return allowed === undefined || allowed.test(text.slice(at, end)) ? end : -1
}

/** The last piece of text ends the payload, wherever else it stands. */
function placeOf(text: string, at: number, next: Next | undefined): number {
  if (next === undefined) return text.length
  if (!next.isLast) return text.indexOf(next.text, at)
  return text.endsWith(next.text) ? text.length - next.text.length : -1
}
