import { boundaryTexts, NO_PROBES } from '../model/schema/boundary-texts.ts'
import type { Shape } from '../model/schema/shape.ts'
import type { ContractSchema } from '../model/webhook.ts'
import { items, sampleOfShape } from './sample-shape.ts'
import { unknownName, without, type TriedValue } from './valid-values.ts'

/** One value of each type, with its words. */
const ONE_OF_EACH: readonly (readonly [what: string, value: unknown])[] = [
  ['null', null],
  ['true', true],
  ['a whole number', 1],
  ['a fraction', 0.5],
  ['a text', 'text'],
  ['an empty list', []],
  ['a list', ['text']],
  ['an empty object', {}],
]

/** Longer lists and texts cannot be built to show that they are too long. */
const MOST = 100_000

/**
 * Candidates that break one keyword each; whoever tries them asks the validator whether that is all they
 * break. Of candidates for the same keyword with the same words the first that does is enough.
 */
export function brokenValues(shape: Shape, contract: ContractSchema): readonly TriedValue[] {
  const sample = sampleOfShape(shape, contract)
  return [
    ...ONE_OF_EACH.flatMap(([what, value]) =>
      ['type', 'anyOf', 'oneOf'].map((keyword) => ({ keyword, what, value })),
    ),
    ...(['enum', 'const'] as const).flatMap((keyword) => unlisted(keyword, shape)),
    ...brokenTexts(shape),
    ...brokenNumbers(shape),
    ...brokenLists(shape, contract),
    ...(isMembers(sample) ? brokenObjects(shape, sample) : []),
  ]
}

function unlisted(keyword: string, { values }: Shape): readonly TriedValue[] {
  if (values === undefined) return []
  const [first] = values
  const candidates = typeof first === 'number' ? [first + 0.5, 1e6, -1e6] : ['none of these']
  return candidates.map((value) => ({ keyword, what: 'a value that is not listed', value }))
}

function brokenTexts(shape: Shape): readonly TriedValue[] {
  const { minLength, maxLength, patterns, formats } = shape
  const { texts } = boundaryTexts(shape, NO_PROBES)
  const longest = texts.at(-1) ?? ''
  const short = texts[0] ?? ''
  return [
    ...(minLength > 0 && minLength < MOST
      ? [short.slice(0, minLength - 1), 'x'.repeat(minLength - 1)].map((value) =>
          broken('minLength', 'a text that is too short', value),
        )
      : []),
    ...(maxLength !== undefined && maxLength < MOST
      ? [longest + longest.slice(-1), longest.slice(0, 1) + longest, 'x'.repeat(maxLength + 1)].map(
          (value) => broken('maxLength', 'a text that is too long', value),
        )
      : []),
    ...(patterns.length > 0
      ? ['!', '', 'sample', '0', '-', 'x', short.toUpperCase(), short.toLowerCase()].map((text) =>
          broken('pattern', 'a text of another pattern', text.padEnd(minLength, '!')),
        )
      : []),
    ...(formats.length > 0
      ? [broken('format', 'a text of another format', 'not so'.padEnd(minLength, '!'))]
      : []),
  ]
}

function brokenNumbers(shape: Shape): readonly TriedValue[] {
  const { minimum, maximum, multiples } = shape
  const step = multiples[0] ?? 1
  const low = [minimum - step, minimum].filter(Number.isFinite)
  const high = [maximum + step, maximum].filter(Number.isFinite)
  return [
    ...['minimum', 'exclusiveMinimum'].flatMap((keyword) =>
      low.map((value) => broken(keyword, 'a number that is too small', value)),
    ),
    ...['maximum', 'exclusiveMaximum'].flatMap((keyword) =>
      high.map((value) => broken(keyword, 'a number that is too large', value)),
    ),
    ...multiples.flatMap((multiple) =>
      [
        Math.max(minimum, 0) + multiple / 2,
        multiple + 1,
        Math.max(minimum, 0) + multiple * 1.5,
      ].map((value) => broken('multipleOf', 'a number between the steps', value)),
    ),
  ]
}

function brokenLists(shape: Shape, contract: ContractSchema): readonly TriedValue[] {
  const { minItems, maxItems, isUnique } = shape
  const [item] = items(shape, 1, contract) ?? []
  const unbounded = { ...shape, isUnique: false }
  return [
    ...(minItems > 0 && minItems < MOST
      ? [broken('minItems', 'a list that is too short', items(shape, minItems - 1, contract))]
      : []),
    ...(maxItems < 1000
      ? [broken('maxItems', 'a list that is too long', items(shape, maxItems + 1, contract))]
      : []),
    ...(isUnique && item !== undefined
      ? [
          broken(
            'uniqueItems',
            'a list with an item twice',
            items(unbounded, Math.max(2, minItems), contract),
          ),
        ]
      : []),
  ]
}

function brokenObjects({ required }: Shape, sample: object): readonly TriedValue[] {
  return [
    ...required.map((name) => broken('required', `no "${name}"`, without(sample, name))),
    broken('additionalProperties', 'a member that is not allowed', {
      ...sample,
      [unknownName(sample)]: 1,
    }),
  ]
}

function isMembers(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function broken(keyword: string, what: string, value: unknown): TriedValue {
  return { keyword, what, value }
}
