import { required, type Field } from '../decode/collections.ts'
import type { Located } from '../../base/located-text.ts'
import { oneOf } from '../decode/scalars.ts'

/** The two keys that every definition begins with. */
export function headerKeys<K extends string>(
  kind: K,
): { readonly apiVersion: Field<Located<'hookbook/v1'>>; readonly kind: Field<Located<K>> } {
  return {
    apiVersion: required(oneOf(['hookbook/v1']), 'The version of the definition format.'),
    kind: required(oneOf([kind]), 'What this file defines.'),
  }
}
