import type { TokenUse } from '../compile/compiled-program.ts'
import type { Situation } from '../emulate/call.ts'

/** Assumptions that decide about texts, with what a text must hold for them to matter. */
const BY_TEXT: readonly (readonly [id: string, holds: RegExp])[] = [
  ['line-breaks', /[\r\n]/],
  ['astral', /[\ud800-\udfff]/],
  ['html-encoding', /[&<>"]/],
  ['json-escapes', /[\u007f-\uffff]/],
  ['form-space', / |[\r\n]/],
]

/** Assumptions that matter for every lead or for none, and so for every one. */
const ALWAYS: readonly string[] = [
  'backslash-preparse',
  'boolean-under-json',
  'encoding-in-headers',
  'encoding-in-url',
]

/** Assumptions that decide what stands in the place of a value that is not there. */
const BY_ABSENCE: readonly string[] = ['default-encoding', 'empty-number-under-json']

/**
 * The assumptions that can make a difference for one lead: most leads hold neither line breaks nor emoji,
 * and need not be rendered in the worlds that differ only about those.
 */
export function mattersFor(uses: readonly TokenUse[], situation: Situation): readonly string[] {
  const values = uses.map(({ key }) => situation.get(key) ?? null)
  const text = values.filter((value) => typeof value === 'string').join('\u0000')
  const isSomethingUnset = values.some((value) => value === null || value === '')
  return [
    ...ALWAYS,
    ...(isSomethingUnset ? BY_ABSENCE : []),
    ...BY_TEXT.flatMap(([id, holds]) => (holds.test(text) ? [id] : [])),
  ]
}
