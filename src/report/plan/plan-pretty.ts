import pc from 'picocolors'
import { visibleText } from '../../base/visible-text.ts'
import { ACTOR_WORDS } from '../../steps/actor-words.ts'
import type { Plan, PlanStep } from '../../steps/plan.ts'
import { movementLines, valueLines } from './movement-lines.ts'
import { countWords, isShort, nameWords, statusWords, stepWords } from './plan-words.ts'
import { sentenceText } from './sentence-text.ts'

export interface PlanPrinting {
  readonly isColored: boolean
  /** Every movement of every step, also of a whole set-up. */
  readonly isVerbose: boolean
}

/** Plans for a terminal: a step a line, who does it first. A whole set-up is one sentence. */
export function planPretty(plans: readonly Plan[], printing: PlanPrinting): string {
  return plans.map((plan) => `${onePlan(plan, printing).join('\n')}\n`).join('\n')
}

function onePlan(plan: Plan, { isColored, isVerbose }: PlanPrinting): readonly string[] {
  const { bold, dim } = pc.createColors(isColored)
  const words = `${nameWords(plan)}: ${statusWords(plan)}`
  const head = bold(words)
  const page = plan.page === undefined ? [] : [dim(pageWords(plan.page, plan))]
  if (plan.status === 'nothing') return [words]
  if (plan.status === 'set-up' && !isVerbose) return [head, ...page]
  const width = Math.max(...plan.steps.map(({ step }) => ACTOR_WORDS[step.actor].length))
  const digits = String(plan.steps.length).length
  const lines = plan.steps.flatMap((each, index) => {
    const number = String(index + 1).padStart(digits)
    const actor = ACTOR_WORDS[each.step.actor].padEnd(width)
    const line = `  ${number}  ${dim(actor)}  ${stepWords(each)}`
    return isVerbose
      ? [line, ...details(each).map((detail) => `${' '.repeat(digits + 4)}${detail}`.trimEnd())]
      : [line]
  })
  const count = plan.status === 'set-up' ? [] : [`  ${countWords(plan.steps)}`]
  return [head, ...lines, ...count, ...page]
}

function pageWords(page: string, { status }: Plan): string {
  const what = status === 'set-up' ? 'section 9' : 'each step'
  return visibleText(`  ${what} in full: ${page}`)
}

function details({ step, changes }: PlanStep): readonly string[] {
  const was = changes.flatMap(({ motion, place, before }) =>
    motion === 'set' && before !== undefined && before !== '' && !isShort(before)
      ? [visibleText(`"${place}" was:`), ...valueLines(before)]
      : [],
  )
  return [
    ...(step.where.length === 0 ? [] : [visibleText(`at ${step.where.join(' › ')}`)]),
    ...step.movements.flatMap(movementLines),
    ...was,
    visibleText(`expect: ${sentenceText(step.expect)}`),
    visibleText(`if not: ${sentenceText(step.ifNot)}`),
    visibleText(`undo: ${sentenceText(step.undo)}`),
    '',
  ]
}
