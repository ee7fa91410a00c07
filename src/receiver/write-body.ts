import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { responseTypeNamed } from '../marketo/response-types/response-types.ts'

/** An answer in the format that the webhook's Response type names. */
export interface WrittenBody {
  readonly mediaType: string
  readonly body: string
}

/** Writes a value as JSON, or as XML whose root element is the value's only member. */
export function writeBody({ responseType }: CompiledWebhook, value: unknown): WrittenBody {
  const mediaType = responseTypeNamed(responseType).mediaType ?? 'application/json'
  const body = responseType === 'XML' ? writeXml(value) : JSON.stringify(value)
  return { mediaType, body }
}

function writeXml(value: unknown): string {
  const members = Object.entries(isObject(value) ? value : { response: value })
  const isRooted = members.length === 1 && !Array.isArray(members[0]?.[1])
  const root = isRooted ? members : [['response', value] as const]
  return `<?xml version="1.0" encoding="UTF-8"?>${root.map(([name, member]) => element(name, member)).join('')}`
}

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('')
  const content = isObject(value)
    ? Object.entries(value)
        .map(([key, member]) => element(key, member))
        .join('')
    : escapeXml(value === null ? '' : String(value))
  return `<${name}>${content}</${name}>`
}

/** Escapes what has a meaning in XML; characters that XML forbids become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
