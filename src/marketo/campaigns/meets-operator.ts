import type { AssumptionSet } from '../assumptions/assumption.ts'
import type { ValueForm } from '../field-types/field-type.ts'
import type { TokenValue } from '../token-value.ts'

/** Whether something holds, as far as sources say. */
export type Answer = 'yes' | 'no' | 'unknown'

/** What a filter, choice or constraint compares with. */
export interface Condition {
  /** The operator on the screen; `is` when none is written. */
  readonly operator: string | undefined
  readonly wanted: TokenValue
}

/**
 * String operators, without regard to case; `undefined` stands for a text that no source tells.
 * Source: Experience League, "Smart List Filter Operators Glossary".
 */
export function textMeets(actual: string | undefined, { operator, wanted }: Condition): Answer {
  if (actual === undefined) return 'unknown'
  const text = actual.toLowerCase()
  const other = String(wanted ?? '').toLowerCase()
  if (other.includes('{{')) return 'unknown'
  switch (operator?.toLowerCase() ?? 'is') {
    case 'is':
      return yesOrNo(text === other)
    case 'is not':
      return yesOrNo(text !== other)
    case 'contains':
      return yesOrNo(text.includes(other))
    case 'not contains':
      return yesOrNo(!text.includes(other))
    case 'starts with':
      return yesOrNo(text.startsWith(other))
    case 'not starts with':
      return yesOrNo(!text.startsWith(other))
    case 'is empty':
      return yesOrNo(text === '')
    case 'is not empty':
      return yesOrNo(text !== '')
    default:
      return 'unknown'
  }
}

/**
 * Number operators. "is 0" also finds records without a value; whether an unset number is less than
 * another no page says. Source: Experience League, "Smart List Filter Operators Glossary".
 */
export function numberMeets(
  actual: TokenValue,
  { operator, wanted }: Condition,
  assumptions: AssumptionSet,
): Answer {
  const name = operator?.toLowerCase() ?? 'is'
  const isUnset = actual === null || actual === ''
  if (name === 'is empty') return yesOrNo(isUnset)
  if (name === 'is not empty') return yesOrNo(!isUnset)
  const [own, other] = [Number(actual ?? 0), Number(wanted)]
  if (wanted === null || wanted === '' || Number.isNaN(own) || Number.isNaN(other)) return 'unknown'
  if (name === 'is') return yesOrNo(own === other)
  if (name === 'is not') return yesOrNo(own !== other)
  const compare = ORDERS[name]
  if (compare === undefined) return 'unknown'
  if (isUnset && assumptions['unset-number-in-filter'] === 'matches-nothing') return 'no'
  return yesOrNo(compare(own, other))
}

const ORDERS: Readonly<Record<string, (own: number, other: number) => boolean>> = {
  'greater than': (own, other) => own > other,
  'less than': (own, other) => own < other,
  'at least': (own, other) => own >= other,
  'at most': (own, other) => own <= other,
}

/** Compares a field's value by the operators of its form. Dates are not told apart: that would take a calendar. */
export function valueMeets(
  actual: TokenValue,
  condition: Condition,
  { form, assumptions }: { readonly form: ValueForm | 'date'; readonly assumptions: AssumptionSet },
): Answer {
  switch (form) {
    case 'number':
      return numberMeets(actual, condition, assumptions)
    case 'boolean':
      return textMeets(String(actual ?? false), condition)
    case 'text':
      return textMeets(String(actual ?? ''), condition)
    case 'date': {
      const isAboutBeing = /^is (?:not )?empty$/i.test(condition.operator ?? 'is')
      return isAboutBeing ? textMeets(String(actual ?? ''), condition) : 'unknown'
    }
  }
}

/** All of them must hold: one that does not decides, and else one of which nobody knows. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

/** One of them is enough. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

function yesOrNo(isYes: boolean): Answer {
  return isYes ? 'yes' : 'no'
}
