import { readJson } from '../body-formats/json-body.ts'
import { readXml } from './read-xml.ts'
import type { ResponseType, ResponseTypeName } from './response-type.ts'

const SOURCE = 'Experience League, "Create a Webhook", "Response Mappings"'

/** The choices of Response type. `None` is attested as a chosen value in an official recipe of 2017. */
export const RESPONSE_TYPES: readonly ResponseType[] = [
  {
    name: 'JSON',
    source: SOURCE,
    mediaType: 'application/json',
    read: (body) => readJson(body.replace(/^\ufeff/, '')),
  },
  {
    name: 'XML',
    source: SOURCE,
    mediaType: 'application/xml',
    read: (body) => readXml(body.replace(/^\ufeff/, '')),
  },
  { name: 'None', source: 'Adobe developer blog, 2017', mediaType: undefined, read: undefined },
]

/** The response type of that name. */
export function responseTypeNamed(name: ResponseTypeName): ResponseType {
  const found = RESPONSE_TYPES.find((type) => type.name === name)
  if (found === undefined) throw new Error(`no response type ${name}`)
  return found
}
