import type { Located, LocatedText } from '../../base/located-text.ts'
import { nearest } from '../../base/nearest.ts'
import type { Decoder } from './decoder.ts'
import { reportWrongType } from './decoder.ts'

/** A text. A number or a word that YAML reads as something else must be put in quotes. */
export const text: Decoder<LocatedText> = {
  schema: { type: 'string' },
  decode: (node, context) => {
    if (node.kind === 'scalar' && typeof node.value === 'string') return node.text
    reportWrongType(node, 'a text', context)
    return undefined
  },
}

/** Any scalar, as the text in which it is spelled. */
export const looseText: Decoder<LocatedText> = {
  schema: { type: ['string', 'number', 'boolean'] },
  decode: (node, context) => {
    if (node.kind === 'scalar' && node.value !== null) return node.text
    reportWrongType(node, 'a text, number or Boolean', context)
    return undefined
  },
}

/** Any scalar, as its value. */
export const scalar: Decoder<Located<string | number | boolean>> = {
  schema: { type: ['string', 'number', 'boolean'] },
  decode: (node, context) => {
    if (node.kind === 'scalar' && node.value !== null) return { value: node.value, at: node.at }
    reportWrongType(node, 'a text, number or Boolean', context)
    return undefined
  },
}

/** Any scalar, or nothing. */
export const scalarOrNull: Decoder<Located<string | number | boolean | null>> = {
  schema: { type: ['string', 'number', 'boolean', 'null'] },
  decode: (node, context) => {
    if (node.kind === 'scalar') return { value: node.value, at: node.at }
    reportWrongType(node, 'a text, number, Boolean or null', context)
    return undefined
  },
}

/** A whole number from one upwards. */
export const count: Decoder<Located<number>> = {
  schema: { type: 'integer', minimum: 1 },
  decode: (node, context) => {
    if (node.kind === 'scalar' && Number.isInteger(node.value) && Number(node.value) >= 1) {
      return { value: Number(node.value), at: node.at }
    }
    reportWrongType(node, 'a whole number from 1 upwards', context)
    return undefined
  },
}

/** A whole number from zero upwards. */
export const wholeNumber: Decoder<Located<number>> = {
  schema: { type: 'integer', minimum: 0 },
  decode: (node, context) => {
    if (node.kind === 'scalar' && Number.isInteger(node.value) && Number(node.value) >= 0) {
      return { value: Number(node.value), at: node.at }
    }
    reportWrongType(node, 'a whole number', context)
    return undefined
  },
}

export const boolean: Decoder<Located<boolean>> = {
  schema: { type: 'boolean' },
  decode: (node, context) => {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') {
      return { value: node.value, at: node.at }
    }
    reportWrongType(node, 'true or false', context)
    return undefined
  },
}

/** One of some words; a word that is near one of them is suggested. */
export function oneOf<T extends string>(words: readonly T[]): Decoder<Located<T>> {
  return {
    schema: { enum: words },
    decode: (node, context) => {
      if (node.kind !== 'scalar') {
        reportWrongType(node, `one of ${words.join(', ')}`, context)
        return undefined
      }
      const written = node.text.value
      const found = words.find((word) => word === written)
      if (found !== undefined) return { value: found, at: node.at }
      const meant =
        words.find((word) => word.toLowerCase() === written.toLowerCase()) ??
        nearest(written, words)
      context.report({
        rule: 'unknown-value',
        severity: 'error',
        at: node.at,
        message: `"${written}" is none of ${words.join(', ')}`,
        ...(meant === undefined ? {} : { help: `did you mean "${meant}"?` }),
      })
      return undefined
    },
  }
}
