import pc from 'picocolors'
import { visibleText } from '../../base/visible-text.ts'
import { ACTOR_WORDS } from '../../steps/actor-words.ts'
import type { RotationProgress, TrackedStep } from '../../steps/rotation-progress.ts'
import { movementLines } from '../plan/movement-lines.ts'
import { sentenceText } from '../plan/sentence-text.ts'
import { nextWords, secretWords, shortId, stepWords } from './rotation-words.ts'

export interface RotationPrinting {
  readonly isColored: boolean
  readonly isVerbose: boolean
  readonly today: string
}

/** A rotation for a terminal: a step a line, with whoever has done it. */
export function rotationPretty(
  progress: RotationProgress,
  { isColored, isVerbose, today }: RotationPrinting,
): string {
  const { bold, dim } = pc.createColors(isColored)
  const { rotation, steps } = progress
  const id = rotation.secret.id.value
  const widths = {
    id: Math.max(...steps.map(({ step }) => shortId(step.id, id).length)),
    actor: Math.max(...steps.map(({ step }) => ACTOR_WORDS[step.actor].length)),
  }
  const lines = steps.flatMap((each) => [
    visibleText(stepLine(each, { secret: id, widths })),
    ...(isVerbose ? details(each) : []),
  ])
  const sent = `sent by ${rotation.programs.join(', ')}`
  return `${[bold(visibleText(secretWords(progress, today))), dim(visibleText(sent)), ...lines, visibleText(nextWords(progress))].join('\n')}\n`
}

interface Line {
  readonly secret: string
  readonly widths: { readonly id: number; readonly actor: number }
}

function stepLine(each: TrackedStep, { secret, widths }: Line): string {
  const { step, done } = each
  const mark = done === undefined ? '[ ]' : '[x]'
  const who = done === undefined ? '' : `; ${done.by}, ${done.at.slice(0, 10)}`
  const id = shortId(step.id, secret).padEnd(widths.id)
  return `  ${mark} ${id}  ${ACTOR_WORDS[step.actor].padEnd(widths.actor)}  ${stepWords(each)}${who}`
}

function details({ step }: TrackedStep): readonly string[] {
  const lines = [
    ...(step.where.length === 0 ? [] : [visibleText(`at ${step.where.join(' › ')}`)]),
    ...step.movements.flatMap(movementLines),
    visibleText(`expect: ${sentenceText(step.expect)}`),
    visibleText(`if not: ${sentenceText(step.ifNot)}`),
    visibleText(`undo: ${sentenceText(step.undo)}`),
    '',
  ]
  return lines.map((line) => `        ${line}`.trimEnd())
}
