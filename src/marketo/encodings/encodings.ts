import type { Encoding, EncodingName } from './encoding.ts'
import { formUrl } from './form-url.ts'
import { json } from './json.ts'
import { none } from './none.ts'

/** The choices of Request Token Encoding, in the dialog's order. */
export const ENCODINGS: readonly Encoding[] = [none, json, formUrl]

/** The encoding of that name. */
export function encodingNamed(name: EncodingName): Encoding {
  const found = ENCODINGS.find((encoding) => encoding.name === name)
  if (found === undefined) throw new Error(`no encoding ${name}`)
  return found
}
