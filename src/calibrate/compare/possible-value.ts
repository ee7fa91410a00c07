import { parseJson } from '../../base/json-value.ts'
import type { TokenUse } from '../../compile/compiled-program.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { decodeForm } from '../../marketo/body-formats/form-body.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import { encodingNamed } from '../../marketo/encodings/encodings.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { showValue } from '../../marketo/tokens/show-value.ts'

/** How a token shows its values in one world. */
export interface Showing {
  readonly encoding: EncodingName
  readonly world: AssumptionSet
  /** Values that are known, by token key; whatever is not in it may be anything. */
  readonly known: ReadonlyMap<string, TokenValue>
}

/** What would stand in the place of a token: the very text, if some value shows it; else what comes nearest. */
export function nearestShown(use: TokenUse, text: string, showing: Showing): string {
  const { encoding, world, known } = showing
  const value = known.get(use.key)
  const candidates = value === undefined ? candidatesFor(use, text, encoding) : [value]
  const shown = candidates.map((candidate) =>
    encodingNamed(encoding).encode(showValue(use.field, candidate, use.token, world), world),
  )
  return shown.includes(text) ? text : (shown[0] ?? '')
}

/** Values that a text may be of, the likeliest first: it is taken back through the encoding. */
function candidatesFor(use: TokenUse, text: string, encoding: EncodingName): readonly TokenValue[] {
  const decoded = decode(text, encoding)
  const { form } = fieldTypeNamed(use.field?.type ?? 'string')
  const asNumber = form === 'number' && /^-?\d+(?:\.\d+)?$/.test(String(decoded))
  const asBoolean = form === 'boolean' && /^(?:true|false)$/.test(String(decoded))
  const typed = asNumber ? Number(decoded) : asBoolean ? String(decoded) === 'true' : decoded
  return [typed, unescapeHtml(String(decoded)), String(decoded), null]
}

function decode(text: string, encoding: EncodingName): string | number | boolean {
  if (encoding === 'Form/Url') return decodeForm(text)
  if (encoding === 'None') return text
  const value = parseJson(text)
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value)
  // A JSON value that is no list, no object and not null is one of these.
  return isScalar ? (value as string | number | boolean) : text
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
])

/** The stored value, if a token shows it with its special characters spelled as in HTML. */
function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES.get(entity) ?? entity)
}
