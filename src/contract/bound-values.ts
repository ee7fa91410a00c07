import type { PlacedKeyword } from '../receiver/keywords-at.ts'
import { sampleText } from '../model/schema/sample-text.ts'

/** What a document can hold where a token stands; null stands for a token that is unset. */
export type Candidate = string | number | boolean | null

/** More than this of an enumeration says nothing new. */
const MOST_MEMBERS = 20

/**
 * Values exactly at the bound that a keyword draws, just inside and just outside. Of texts that a
 * `pattern` decides about as well, those are taken that it allows, so that one keyword alone is broken.
 */
export function boundValues(
  { keyword, value }: PlacedKeyword,
  beside: readonly PlacedKeyword[],
): readonly Candidate[] {
  switch (keyword) {
    case 'type':
      return [null, 1, 0.5, 'a', true, false]
    case 'enum':
      return memberValues(Array.isArray(value) ? value : [])
    case 'const':
      return memberValues([value])
    case 'minLength':
    case 'maxLength':
      return typeof value === 'number' ? lengthValues(value, beside) : []
    case 'pattern':
    case 'format':
      return formValues(beside)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return typeof value === 'number' ? numbersAround(value) : []
    case 'multipleOf':
      return typeof value === 'number' ? [0, ...numbersAround(value), 2 * value] : []
  }
}

/** The allowed ones, then those that differ from the first in its case, by a space, by a letter. */
function memberValues(members: readonly unknown[]): readonly Candidate[] {
  const allowed = members.filter(isCandidate).slice(0, MOST_MEMBERS)
  const text = allowed.find((member) => typeof member === 'string' && member !== '')
  const number = allowed.find((member) => typeof member === 'number')
  const near = [
    ...(typeof text === 'string' ? [swapCase(text), `${text} `, text.slice(0, -1)] : []),
    ...(typeof number === 'number' ? numbersAround(number) : []),
    null,
    'a',
    true,
    false,
  ]
  return [...allowed, ...near.filter((candidate) => !members.includes(candidate))]
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()
}

/** One shorter, exactly so long, one longer; and so long in characters that are three bytes each. */
function lengthValues(length: number, beside: readonly PlacedKeyword[]): readonly Candidate[] {
  const lengths = [length - 1, length, length + 1].filter((each) => each >= 0)
  const texts = lengths.map((each) => (each === 0 ? null : textOfLength(each, beside)))
  return [...texts, '漢'.repeat(length)]
}

function textOfLength(length: number, beside: readonly PlacedKeyword[]): string {
  const pattern = valueOf('pattern', beside)
  if (typeof pattern !== 'string') return 'a'.repeat(length)
  const text = sampleText({ pattern, minLength: length, maxLength: length }, 'usual')
  return text.length === length ? text : 'a'.repeat(length)
}

/** A text of the form, and what differs from it by its first or last character. */
function formValues(beside: readonly PlacedKeyword[]): readonly Candidate[] {
  const keywords = ['format', 'pattern', 'minLength', 'maxLength'] as const
  const schema = Object.fromEntries(keywords.map((keyword) => [keyword, valueOf(keyword, beside)]))
  const text = sampleText(schema, 'usual')
  return [text, text.slice(0, -1), `${text} `, `-${text.slice(1)}`, 'a', '-', null]
}

/** The number, its neighbours among the whole numbers, and its neighbours by a cent. */
function numbersAround(bound: number): readonly number[] {
  const numbers = [
    bound,
    bound - 1,
    bound + 1,
    Math.floor(bound),
    Math.ceil(bound),
    Number((bound - 0.01).toFixed(6)),
    Number((bound + 0.01).toFixed(6)),
  ]
  return [...new Set(numbers)]
}

function valueOf(keyword: PlacedKeyword['keyword'], among: readonly PlacedKeyword[]): unknown {
  return among.find((placed) => placed.keyword === keyword)?.value
}

function isCandidate(value: unknown): value is Candidate {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
