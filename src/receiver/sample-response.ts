import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { JsonSchema } from '../model/webhook.ts'

/** How long texts are made: a plain sample, or as long as the schema allows. */
export type SampleSize = 'usual' | 'longest'

/** A value that a schema allows, as far as its usual keywords say; the success condition's value is put in its place. */
export function sampleResponse(webhook: CompiledWebhook, size: SampleSize = 'usual'): unknown {
  const { response, success } = webhook
  const sample = sampleOf(response?.schema ?? true, {
    root: response?.schema ?? true,
    size,
    depth: 0,
  })
  if (success === undefined) return withMappings(webhook, sample)
  return setAt(withMappings(webhook, sample), success.path.value.split('.'), success.equals.value)
}

/** Without a schema the mappings still say which members an answer must have. */
function withMappings({ mappings, response }: CompiledWebhook, sample: unknown): unknown {
  if (response?.schema !== undefined) return sample
  let value: unknown = {}
  for (const { segments } of mappings) {
    const keys = (segments ?? []).map((segment) => (segment.kind === 'member' ? segment.name : '0'))
    if (keys.length > 0) value = setAt(value, keys, 'sample')
  }
  return value
}

/** A copy with a value at a path of members. */
export function setAt(value: unknown, path: readonly string[], put: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return put
  const members = isRecord(value) ? value : {}
  return { ...members, [key]: setAt(members[key], rest, put) }
}

interface Sampling {
  readonly root: JsonSchema
  readonly size: SampleSize
  readonly depth: number
}

function sampleOf(schema: unknown, sampling: Sampling): unknown {
  if (!isRecord(schema) || sampling.depth > 16) return {}
  const deeper = { ...sampling, depth: sampling.depth + 1 }
  if (typeof schema['$ref'] === 'string')
    return sampleOf(pointTo(sampling.root, schema['$ref']), deeper)
  if (Object.hasOwn(schema, 'const')) return schema['const']
  if (Array.isArray(schema['enum'])) return chooseEnum(schema['enum'], sampling.size)
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const options = schema[keyword]
    if (Array.isArray(options))
      return sampleOf({ ...schema, [keyword]: undefined, ...asRecord(options[0]) }, deeper)
  }
  return sampleOfType(typeOf(schema), schema, deeper)
}

function chooseEnum(values: readonly unknown[], size: SampleSize): unknown {
  if (size === 'usual') return values[0]
  return values.toSorted((a, b) => String(b).length - String(a).length)[0]
}

function sampleOfType(
  type: string,
  schema: Readonly<Record<string, unknown>>,
  sampling: Sampling,
): unknown {
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(asRecord(schema['properties'])).map(([key, member]) => [
          key,
          sampleOf(member, sampling),
        ]),
      )
    case 'array':
      return [sampleOf(schema['items'], sampling)]
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' ? Math.max(1, schema['minimum']) : 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return sampleText(schema, sampling.size)
  }
}

function typeOf(schema: Readonly<Record<string, unknown>>): string {
  const { type } = schema
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return String(type.find((name) => name !== 'null') ?? 'null')
  return Object.hasOwn(schema, 'properties') ? 'object' : 'string'
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-11-24',
  'date-time': '2026-11-24T09:30:00Z',
  email: 'jane@example.com',
  uri: 'https://www.example.com/',
  uuid: '0b6a4f3e-6f0e-4c1a-9d5e-3f2b1a0c9d8e',
}

function sampleText(schema: Readonly<Record<string, unknown>>, size: SampleSize): string {
  const { format, pattern, minLength, maxLength } = schema
  if (typeof format === 'string' && FORMATS[format] !== undefined) return FORMATS[format]
  const isDigits = typeof pattern === 'string' && /\[0-9\]|\\d/.test(pattern)
  const least = typeof minLength === 'number' ? minLength : 0
  const most = typeof maxLength === 'number' ? maxLength : undefined
  const usual = isDigits ? '123' : 'sample'
  if (size === 'usual') return usual.padEnd(least, isDigits ? '0' : 'x').slice(0, most)
  return (isDigits ? '9' : 'x').repeat(Math.max(least, most ?? usual.length))
}

function pointTo(root: JsonSchema, reference: string): unknown {
  if (!reference.startsWith('#/')) return true
  let current: unknown = root
  for (const key of reference.slice(2).split('/')) current = asRecord(current)[key]
  return current
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
