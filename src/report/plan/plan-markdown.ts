import type { RootContent } from 'mdast'
import { ACTOR_WORDS } from '../../steps/actor-words.ts'
import type { Plan, PlanStep } from '../../steps/plan.ts'
import { movementBlocks } from '../comment/movement-blocks.ts'
import {
  code,
  folded,
  heading,
  list,
  numberedList,
  paragraph,
  strong,
  type Line,
} from '../markdown/nodes.ts'
import { printMarkdown } from '../markdown/print-markdown.ts'
import { countWords, nameWords, statusWords, stepWords } from './plan-words.ts'
import type { PlanReport } from './plan-report.ts'

/** Plans as Markdown, for a ticket or a job summary: a step a line, with `isVerbose` every movement folded below. */
export function planMarkdown(
  { environment, plans, warnings }: PlanReport,
  { isVerbose }: { readonly isVerbose: boolean },
): string {
  return printMarkdown([
    heading(2, `What to do in ${environment}`),
    ...(warnings.length === 0
      ? []
      : [list(warnings.map((warning) => [strong('Warning:'), ` ${warning}`]))]),
    ...plans.flatMap((plan) => onePlan(plan, isVerbose)),
  ])
}

function onePlan(plan: Plan, isVerbose: boolean): readonly RootContent[] {
  const { status, steps, page } = plan
  const title = [heading(3, nameWords(plan)), paragraph(...withCode(statusWords(plan)))]
  const where = page === undefined ? [] : [paragraph('In full: ', code(page))]
  if (status === 'nothing') return title
  if (status === 'set-up' && !isVerbose) return [...title, ...where]
  return [
    ...title,
    numberedList(steps.map((each) => [stepLine(each)])),
    ...(status === 'set-up' ? [] : [paragraph(countWords(steps))]),
    ...where,
    ...(isVerbose ? steps.flatMap(details) : []),
  ]
}

/** Fingerprints stand in the font of code, in which nothing is read. */
function withCode(words: string): Line {
  return words
    .split(/([0-9a-f]{12})/)
    .map((part, index) => (index % 2 === 1 ? code(part) : part))
    .filter((part) => part !== '')
}

function stepLine(each: PlanStep): RootContent {
  return paragraph(strong(ACTOR_WORDS[each.step.actor]), ': ', stepWords(each))
}

function details({ step }: PlanStep, nth: number): readonly RootContent[] {
  return folded(`Step ${nth + 1}: what to click and type`, [
    paragraph(
      strong(step.does),
      ...(step.where.length === 0 ? [] : [`: ${step.where.join(' › ')}`]),
    ),
    numberedList(step.movements.map(movementBlocks)),
  ])
}
