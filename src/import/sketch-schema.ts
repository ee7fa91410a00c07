import { isMap, parseJson } from '../base/json-value.ts'
import type { BodyFormatName } from '../marketo/body-formats/body-format.ts'
import { decodeForm } from '../marketo/body-formats/form-body.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TemplatePart, TokenPart } from '../marketo/tokens/parse-template.ts'
import type { YamlMap } from '../source/write-yaml.ts'
import { candidateNamed } from './field-guess.ts'

const DRAFT = 'http://json-schema.org/draft-07/schema#'

/** The shape of a body that was seen once: names and types, and never a value. Undefined where it has none. */
export function sketchSchema(
  parts: readonly TemplatePart[],
  format: BodyFormatName,
): YamlMap | undefined {
  if (format === 'form') return { $schema: DRAFT, ...shapeOfForm(parts.map(written).join('')) }
  if (format !== 'json') return undefined
  const value = parseJson(withStandIns(parts))
  return value === undefined ? undefined : { $schema: DRAFT, ...shapeOf(value) }
}

function written(part: TemplatePart): string {
  return part.kind === 'text' ? part.text : part.raw
}

function shapeOf(value: unknown): YamlMap {
  if (Array.isArray(value)) return shapeOfList(value)
  if (isMap(value)) {
    const properties = Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, shapeOf(member)]),
    )
    const names = Object.keys(value)
    return names.length === 0 ? { type: 'object' } : { type: 'object', required: names, properties }
  }
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' }
  if (typeof value === 'string' || typeof value === 'boolean') return { type: typeof value }
  return {}
}

function shapeOfList(list: readonly unknown[]): YamlMap {
  const [first, ...others] = list.map(shapeOf)
  const isOne = others.every((each) => JSON.stringify(each) === JSON.stringify(first))
  return first === undefined || !isOne ? { type: 'array' } : { type: 'array', items: first }
}

function shapeOfForm(body: string): YamlMap {
  const names = [...new Set(body.split('&').map((pair) => decodeForm(pair.split('=', 1)[0] ?? '')))]
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  return { type: 'object', required: names, properties }
}

/** A template as a document: each token as a value of the type that it shows. */
function withStandIns(parts: readonly TemplatePart[]): string {
  let before = ''
  return parts
    .map((part) => {
      const shown = part.kind === 'text' ? part.text : standIn(part, before)
      before += shown
      return shown
    })
    .join('')
}

/** Inside a text a token is more text. */
function standIn(token: TokenPart, before: string): string {
  const quotes = before.match(/(?<!\\)(?:\\\\)*"/g)?.length ?? 0
  if (quotes % 2 === 1) return 'x'
  const field = candidateNamed(`${token.namespace}.${token.name}`)?.field
  const type = fieldTypeNamed(field?.type ?? 'string')
  if (type.form === 'number') return type.name === 'float' || type.name === 'currency' ? '0.5' : '1'
  return type.form === 'boolean' ? 'true' : '"x"'
}
