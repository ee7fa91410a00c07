import type { EncodingName } from '../encodings/encoding.ts'
import type { BodyFormat, BodyFormatName } from './body-format.ts'
import { formBody } from './form-body.ts'
import { jsonBody } from './json-body.ts'
import { textBody } from './text-body.ts'
import { xmlBody } from './xml-body.ts'

/** Every format that a request body can claim to be. */
export const BODY_FORMATS: readonly BodyFormat[] = [jsonBody, formBody, xmlBody, textBody]

/** The format of that name. */
export function bodyFormatNamed(name: BodyFormatName): BodyFormat {
  const found = BODY_FORMATS.find((format) => format.name === name)
  if (found === undefined) throw new Error(`no body format ${name}`)
  return found
}

/**
 * What a body claims to be: by its Content-Type; where none is stated, by the encoding and, under None,
 * by the first character of the template.
 */
export function bodyFormatOf(
  contentType: string | undefined,
  encoding: EncodingName,
  template: string,
): BodyFormatName {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== undefined && mediaType !== '') return formatOfMediaType(mediaType)
  if (encoding === 'JSON') return 'json'
  if (encoding === 'Form/Url') return 'form'
  return formatOfText(template)
}

function formatOfMediaType(mediaType: string): BodyFormatName {
  const exact = BODY_FORMATS.find((format) => format.mediaTypes.includes(mediaType))
  if (exact !== undefined) return exact.name
  if (mediaType.endsWith('+json')) return 'json'
  return mediaType.endsWith('+xml') ? 'xml' : 'text'
}

function formatOfText(template: string): BodyFormatName {
  const text = template.trimStart()
  if (/^(?:\{(?!\{)|\[)/.test(text)) return 'json'
  if (text.startsWith('<')) return 'xml'
  return /^[A-Za-z0-9_.%[\]-]+=/.test(text) ? 'form' : 'text'
}
