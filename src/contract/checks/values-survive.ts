import type { ShownValue } from '../../marketo/encodings/encoding.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { RequestCheck } from '../check.ts'

export const valuesSurvive: RequestCheck = {
  id: 'values-survive',
  summary: 'what the endpoint reads is what the lead holds',
  cause: 'escaping',
  check: ({ body, shown }, _plain, { placed }) => {
    if (body?.status !== 'read') return undefined
    for (const { use, placed: place } of placed) {
      const value = shown.get(use.key)
      if (place.path === undefined || !place.isAlone || value?.status !== 'value') continue
      const read = valueAt(body.value, place.path)
      if (isSame(read, value)) continue
      const received =
        read === undefined ? 'nothing there' : visibleText(JSON.stringify(read) ?? 'nothing')
      return { use, message: 'the endpoint reads another value', received }
    }
    return undefined
  },
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key))
      return undefined
    current = Reflect.get(current, key)
  }
  return current
}

/** A form carries texts only; elsewhere numbers are compared as numbers, and a Boolean may be quoted. */
export function isSame(
  read: unknown,
  shown: Extract<ShownValue, { readonly status: 'value' }>,
): boolean {
  if (read === shown.text) return true
  if (shown.form === 'number') return typeof read === 'number' && read === Number(shown.text)
  return shown.form === 'boolean' && String(read) === shown.text
}
