import type { AssumptionSet } from '../assumptions/assumption.ts'
import type { ShownValue } from '../encodings/encoding.ts'
import type { FieldDefinition } from '../fields/field-definition.ts'
import { fieldTypeNamed } from '../field-types/field-types.ts'
import type { TokenValue } from '../token-value.ts'
import type { TokenPart } from './parse-template.ts'

/**
 * What stands in a token's place before encoding: the stored value as text, or the default, or nothing.
 * An unknown token shows nothing. An empty default is the same as none.
 * Sources: Experience League, "Tokens Overview" (defaults); S. Whiteman (line breaks, emoji).
 */
export function showValue(
  field: FieldDefinition | undefined,
  value: TokenValue,
  token: TokenPart,
  assumptions: AssumptionSet,
): ShownValue {
  const type = fieldTypeNamed(field?.type ?? 'string')
  const { form } = type
  if (field !== undefined && value !== null && value !== '') {
    const shown = type.show(value)
    const text = form === 'text' ? storedText(shown, field, assumptions) : shown
    if (text !== '') return { status: 'value', form, text }
  }
  const { defaultText } = token
  if (defaultText === undefined || defaultText === '') return { status: 'empty', form }
  return { status: 'default', form, text: defaultText }
}

/** What Marketo is reported to do to a text before a token shows it. */
function storedText(text: string, field: FieldDefinition, assumptions: AssumptionSet): string {
  const broken =
    assumptions['line-breaks'] === 'to-spaces' ? text.replace(/\r\n|\r|\n/g, ' ') : text
  const cut = assumptions['astral'] === 'truncated' ? beforeAstral(broken) : broken
  const isRecord = field.owner === 'lead' || field.owner === 'company'
  return isRecord && assumptions['html-encoding'] === 'on' ? htmlEncoded(cut) : cut
}

function beforeAstral(text: string): string {
  const found = /[\ud800-\udfff]/.exec(text)
  return found === null ? text : text.slice(0, found.index)
}

function htmlEncoded(text: string): string {
  return text.replace(/[&<>"]/g, (character) => HTML[character] ?? character)
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
