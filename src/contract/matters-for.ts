import type { TokenUse } from '../compile/compiled-program.ts'
import type { Situation } from '../emulate/call.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** Assumptions that decide about texts, with what a text must hold for them to matter. */
const BY_TEXT: readonly (readonly [id: string, holds: RegExp])[] = [
  ['line-breaks', /[\r\n]/],
  ['astral', /[\ud800-\udfff]/],
  ['html-encoding', /[&<>"]/],
  ['json-escapes', /[\u007f-\uffff]/],
  ['form-space', / |[\r\n]/],
]

/** Assumptions that matter for every lead or for none, and so for every one. */
export const MATTERS_ALWAYS: readonly string[] = [
  'backslash-preparse',
  'encoding-in-headers',
  'encoding-in-url',
]

/** Assumptions that decide what stands in the place of a value that is not there: nothing, or a default. */
const BY_ABSENCE: readonly string[] = [
  'boolean-under-json',
  'default-encoding',
  'empty-number-under-json',
  'form-space',
  'json-escapes',
]

/**
 * The assumptions that can make a difference for one lead: most leads hold neither line breaks nor emoji,
 * and need not be rendered in the worlds that differ only about those.
 */
export function mattersFor(uses: readonly TokenUse[], situation: Situation): readonly string[] {
  const ids = uses.flatMap(({ key }) => mattersForValue(situation.get(key) ?? null))
  return [...new Set([...MATTERS_ALWAYS, ...ids])]
}

/** The assumptions that can make a difference for one value, beside those that always can. */
export function mattersForValue(value: TokenValue): readonly string[] {
  if (value === null || value === '') return BY_ABSENCE
  if (typeof value === 'boolean') return ['boolean-under-json']
  if (typeof value === 'number') return []
  const mayBeCutToNothing = /^[\ud800-\udfff]/.test(value)
  return [
    ...(mayBeCutToNothing ? BY_ABSENCE : []),
    ...BY_TEXT.flatMap(([id, holds]) => (holds.test(value) ? [id] : [])),
  ]
}
