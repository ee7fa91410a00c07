import type { RootContent } from 'mdast'
import {
  code,
  folded,
  heading,
  list,
  numberedList,
  paragraph,
  strong,
  text,
  type Line,
} from '../markdown/nodes.ts'
import { plural } from '../summary.ts'
import { movementBlocks } from './movement-blocks.ts'
import type { SharedStep } from './shared-steps.ts'

/** How much is said of the steps by hand: of each at least its line, as long as a comment can hold that. */
export type HandExtent =
  | { readonly kind: 'whole' }
  | { readonly kind: 'lines'; readonly longest: number }
  | { readonly kind: 'counted' }

export const LEAST_BY_HAND: HandExtent = { kind: 'counted' }

/** From the whole to what fits always. */
export const HAND_EXTENTS: readonly HandExtent[] = [
  { kind: 'whole' },
  { kind: 'lines', longest: 200 },
  { kind: 'lines', longest: 60 },
  { kind: 'lines', longest: 20 },
  LEAST_BY_HAND,
]

/** What a person does at Marketo's screens, in order. Steps are shortened, never left out. */
export function handSteps(
  steps: readonly SharedStep[],
  extent: HandExtent,
  artifact: string | undefined,
): readonly RootContent[] {
  if (steps.length === 0) return []
  const title = heading(3, `To do in Marketo: ${countByActor(steps)}`)
  const where = artifact === undefined ? 'on the runbooks' : `in the artifact ${artifact}`
  switch (extent.kind) {
    case 'whole':
      return [title, lines(steps, LONGEST_LINE), ...steps.flatMap(details)]
    case 'lines':
      return [
        title,
        paragraph(`Too much for a comment: what is typed in each step stands ${where}.`),
        lines(steps, extent.longest),
      ]
    case 'counted':
      return [
        title,
        paragraph(strong(`All of them stand ${where}: they are more than a comment can hold.`)),
        ...counts(steps),
      ]
  }
}

const LONGEST_LINE = 300

function lines(steps: readonly SharedStep[], longest: number): RootContent {
  return numberedList(
    steps.map(({ program, environments, step }) => {
      const place = [program, ...environments].join(', ')
      const menu = step.where.length === 0 ? '' : ` (${step.where.join(' › ')})`
      const api = step.actor === 'api' ? ', or by the REST API' : ''
      const words = short(`: ${place}${menu}`, longest)
      return [paragraph(strong(short(step.does, longest)), `${words}${api}`)]
    }),
  )
}

function short(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest)}…` : words
}

/** `3 steps by hand, 6 by hand or by the REST API`. */
export function countByActor(steps: readonly SharedStep[]): string {
  const api = steps.filter(({ step }) => step.actor === 'api').length
  const byHand = steps.length - api
  if (api === 0) return `${plural(byHand, 'step')} by hand`
  if (byHand === 0) return `${plural(api, 'step')} by hand or by the REST API`
  return `${plural(byHand, 'step')} by hand, ${api} by hand or by the REST API`
}

/** Folded, a step each: every movement, with what is typed. */
function details({ step, page }: SharedStep, nth: number): readonly RootContent[] {
  if (step.movements.length === 0) return []
  return folded(`Step ${nth + 1}: what to click and type`, [
    paragraph(
      strong(step.does),
      ...(step.where.length === 0 ? [] : [text(`: ${step.where.join(' › ')}`)]),
    ),
    numberedList(step.movements.map(movementBlocks)),
    ...(page === undefined ? [] : [paragraph('The runbook: ', code(page))]),
  ])
}

/** How many programs are named: a few hundred lines are more than anybody reads. */
const MOST_PROGRAMS = 200

/** How many steps each program has: a number is right where a list cannot be whole. */
function counts(steps: readonly SharedStep[]): readonly RootContent[] {
  const programs = [...new Set(steps.map(({ program }) => program))]
  const lines = programs.slice(0, MOST_PROGRAMS).map((program): Line => {
    const own = steps.filter((shared) => shared.program === program)
    return [`${program}: ${plural(own.length, 'step')}`]
  })
  const rest = programs.length - lines.length
  return [list([...lines, ...(rest > 0 ? [[`and ${plural(rest, 'more program')}`]] : [])])]
}
