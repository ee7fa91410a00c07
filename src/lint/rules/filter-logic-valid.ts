import { spanWithin, type LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { Rule } from '../rule.ts'

/** "1 and (2 or 3)" names filters by their position. */
export const filterLogicValid: Rule = {
  id: 'filter-logic-valid',
  severity: 'error',
  category: 'campaign',
  summary: 'the logic of the filters is "all", "any", or an expression over filters that there are',
  why: `Advanced logic names filters by their position, the first is 1.
A position without a filter, or an expression that is none, cannot be typed; after a filter was removed the same numbers mean other filters.
Source: Experience League, "Smart Lists" (REST API: all, any, advanced).`,
  visit: {
    campaign({ filterLogic, filters }) {
      return filterLogic === undefined ? undefined : flawOf(filterLogic, filters.length)
    },
  },
}

interface Word {
  readonly text: string
  readonly start: number
}

function flawOf(logic: LocatedText, filters: number): Finding | undefined {
  if (/^\s*(?:all|any)\s*$/i.test(logic.value)) return undefined
  const words = [...logic.value.matchAll(/[()]|[^\s()]+/g)].map(({ 0: text, index }): Word => ({
    text: text.toLowerCase(),
    start: index,
  }))
  const missing = words.find(({ text }) => isNumber(text) && !isPosition(text, filters))
  if (missing !== undefined) {
    return {
      at: spanWithin(logic, missing.start, missing.start + missing.text.length),
      message: `there is no filter ${missing.text}`,
      effect: 'the logic cannot be typed',
      help:
        filters < 2
          ? `there ${filters === 0 ? 'is no filter' : 'is one, 1'}`
          : `there are 1 to ${filters}, in the order in which they are written`,
    }
  }
  if (isExpression(words)) return undefined
  return {
    at: logic.at,
    message: `"${logic.value}" is no logic of filters`,
    effect: 'it cannot be typed',
    help: 'write "all", "any", or for example "1 and (2 or 3)"',
  }
}

function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text)
}

function isPosition(text: string, filters: number): boolean {
  return /^[1-9]/.test(text) && Number(text) <= filters
}

/** Operands and operators take turns, and every bracket is closed. */
function isExpression(words: readonly Word[]): boolean {
  let depth = 0
  let isOperandNext = true
  for (const { text } of words) {
    if (text === '(' && isOperandNext) depth += 1
    else if (text === ')' && !isOperandNext && depth > 0) depth -= 1
    else if (isNumber(text) && isOperandNext) isOperandNext = false
    else if ((text === 'and' || text === 'or') && !isOperandNext) isOperandNext = true
    else return false
  }
  return depth === 0 && !isOperandNext
}
