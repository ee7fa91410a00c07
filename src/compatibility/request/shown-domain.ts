import type { TokenUse } from '../../compile/compiled-program.ts'
import { canMatter } from '../../compile/sent-assumptions.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { encodingNamed } from '../../marketo/encodings/encodings.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { showValue } from '../../marketo/tokens/show-value.ts'

type Keywords = Readonly<Record<string, unknown>>

/** What decides about what a token shows. */
export interface ShownToken {
  readonly use: TokenUse
  /** Of a My Token, what the definition says it holds; undefined where each lead has its own. */
  readonly fixed: TokenValue | undefined
  readonly worlds: readonly AssumptionSet[]
}

/** `&quot;` in the place of one character: what HTML encoding makes longest. */
const HTML_GROWTH = 6

/** All that a token may be read as where nothing but it stands in a text, as a schema. */
export function textDomain(token: ShownToken): Keywords {
  const listed = listedTexts(token).map(({ text }) => text)
  return either(listed, token.fixed === undefined ? textOf(token) : undefined)
}

/** All that a token may be read as where it stands for a whole JSON value; undefined where that is no JSON. */
export function valueDomain(token: ShownToken, encoding: EncodingName): Keywords | undefined {
  const listed: unknown[] = []
  for (const { shown, world } of listedTexts(token)) {
    const read = parsed(encodingNamed(encoding).encode(shown, world))
    if (read === undefined) return undefined
    listed.push(read.value)
  }
  const isBare = encoding === 'JSON' || formOf(token) !== 'text'
  if (!isBare) return undefined
  return either(listed, token.fixed === undefined ? valueOf(token) : undefined)
}

interface ListedText {
  readonly text: string
  readonly shown: ReturnType<typeof showValue>
  readonly world: AssumptionSet
}

/** What can be written down: no value, the default, true and false, and what the definition says. */
function listedTexts({ use, fixed, worlds }: ShownToken): readonly ListedText[] {
  const { field, token } = use
  const isUnset = field?.isAlwaysSet !== true
  const values: readonly TokenValue[] = [
    ...(fixed === undefined ? (isUnset ? [null] : []) : [fixed]),
    ...(fixed === undefined && formOf({ use }) === 'boolean' ? [true, false] : []),
  ]
  return worlds.flatMap((world) =>
    values.map((value) => {
      const shown = showValue(field, value, token, world)
      return { shown, world, text: shown.status === 'empty' ? '' : shown.text }
    }),
  )
}

function formOf({ use }: Pick<ShownToken, 'use'>): string {
  return fieldTypeNamed(use.field?.type ?? 'string').form
}

/** A value that is set, as a JSON value; a Boolean is listed. */
function valueOf({ use, worlds }: ShownToken): Keywords | undefined {
  const { field } = use
  if (field === undefined) return undefined
  switch (fieldTypeNamed(field.type).form) {
    case 'number':
      return {
        type: isWhole(field) ? 'integer' : 'number',
        ...(field.isAlwaysSet ? { minimum: 1 } : {}),
      }
    case 'boolean':
      return undefined
    case 'text':
      // Of a text of which nothing is left, no value is shown: that is listed.
      return { type: 'string', minLength: 1, ...lengthOf(use, field, worlds) }
  }
}

function textOf(token: ShownToken): Keywords | undefined {
  const { field } = token.use
  if (field === undefined || formOf(token) !== 'number') return valueOf(token)
  return { type: 'string', pattern: isWhole(field) ? '^-?[0-9]+$' : '^-?[0-9]+(?:\\.[0-9]+)?$' }
}

function isWhole({ type }: FieldDefinition): boolean {
  return type === 'integer' || type === 'score' || type === 'percent'
}

function lengthOf(
  use: TokenUse,
  field: FieldDefinition,
  worlds: readonly AssumptionSet[],
): Keywords {
  const { maxLength, maxBytes } = fieldTypeNamed(field.type)
  const most = field.length ?? maxLength ?? maxBytes
  if (most === undefined) return {}
  const isHtml =
    canMatter('html-encoding', use) && worlds.some((world) => world['html-encoding'] === 'on')
  return { maxLength: most * (isHtml ? HTML_GROWTH : 1) }
}

function either(listed: readonly unknown[], other: Keywords | undefined): Keywords {
  const values = [...new Set(listed)]
  if (other === undefined) return { enum: values }
  return values.length === 0 ? other : { anyOf: [{ enum: values }, other] }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return undefined
  }
}
