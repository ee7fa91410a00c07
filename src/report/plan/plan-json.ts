import type { Plan, PlanStep } from '../../steps/plan.ts'
import { printableJson } from '../printable-json.ts'
import { movementLines } from './movement-lines.ts'
import type { PlanReport } from './plan-report.ts'
import { sentenceText } from './sentence-text.ts'

/** Plans for programs, and to be kept: `schemas/plan.schema.json` describes it. */
export function planJson({ environment, plans, warnings }: PlanReport): string {
  const value = { formatVersion: 1, environment, warnings, plans: plans.map(onePlan) }
  return printableJson(`${JSON.stringify(value, undefined, 2)}\n`)
}

function onePlan({ program, status, page, from, to, startsFrom, steps }: Plan): unknown {
  return { program, status, page, from, to, startsFrom, steps: steps.map(oneStep) }
}

function oneStep({ step, motion, changes, settles }: PlanStep): unknown {
  const { id, actor, does, where, movements, request, expect, ifNot, verify, undo } = step
  return {
    id,
    actor,
    does,
    motion,
    where,
    changes,
    movements: movements.map((movement) => movementLines(movement).join('\n')),
    request,
    expect: sentenceText(expect),
    ifNot: sentenceText(ifNot),
    verify: sentenceText(verify),
    undo: sentenceText(undo),
    settles,
  }
}
