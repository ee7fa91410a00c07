import { nearest } from '../base/nearest.ts'
import type { PlanStep } from '../steps/plan.ts'
import { ACTOR_WORDS } from '../steps/actor-words.ts'
import { stepWords } from '../report/plan/plan-words.ts'
import type { RunRecord } from '../browser/run-record/run-record.ts'
import { currentMarks } from '../browser/run-record/step-marks.ts'
import { UsageError } from './command.ts'
import type { PlannedDeployment } from './planning.ts'

/** Ids of steps that somebody says are done, or whose work is taken out. */
export interface Chosen {
  readonly ids: readonly string[]
  /** What the person should know, a sentence each. */
  readonly notes: readonly string[]
}

/** Everything that the plan would settle. */
export function everyStep({ plan }: PlannedDeployment): Chosen {
  return { ids: plan.steps.flatMap(({ settles }) => settles), notes: [] }
}

/** The steps that are named, by their own ids or by those that they settle. */
export function namedSteps(
  names: readonly string[],
  planned: readonly PlannedDeployment[],
): ReadonlyMap<PlannedDeployment, Chosen> {
  const settling = planned.flatMap(({ plan }) =>
    plan.steps.filter(({ settles }) => settles.length > 0),
  )
  const known = [...new Set(settling.flatMap(({ step, settles }) => [step.id, ...settles]))]
  for (const name of names) {
    if (known.includes(name)) continue
    const meant = nearest(name, known)
    const hint =
      meant === undefined ? 'run "hookbook plan" to see them' : `did you mean "${meant}"?`
    throw new UsageError(`nothing is to be done under "${name}"; ${hint}`)
  }
  const isNamed = ({ step, settles }: PlanStep): boolean =>
    names.includes(step.id) || settles.some((id) => names.includes(id))
  return new Map(
    planned.map((each) => {
      const ids = each.plan.steps.filter(isNamed).flatMap(({ settles }) => settles)
      return [each, { ids, notes: [] }]
    }),
  )
}

/** What a run record marks as done, of what has to be there. */
export function recordedSteps(record: RunRecord, wanted: readonly string[]): Chosen {
  const marks = currentMarks(record)
  const isDone = (id: string): boolean => marks.get(id)?.state === 'done'
  const ids = wanted.filter((id) => isDone(id) || isDone(rotationEnd(id)))
  const open = wanted.filter((id) => ['failed', 'skipped'].includes(marks.get(id)?.state ?? ''))
  const notes = open.map((id) => `${id} is marked as ${marks.get(id)?.state ?? ''}, and stays open`)
  return { ids, notes }
}

/** A secret is known to the endpoint, too, when the rotation to it has ended. */
function rotationEnd(id: string): string {
  return id.replace(/^endpoint\.secret\.(.+)$/, 'rotate.$1.revoke')
}

export type Ask = (question: string) => Promise<string | undefined>

/** Asks for each step that leaves something; undefined when whoever is asked goes away. */
export async function askedSteps(
  { plan }: PlannedDeployment,
  ask: Ask,
): Promise<Chosen | undefined> {
  const steps = plan.steps.filter(({ settles }) => settles.length > 0)
  const ids: string[] = []
  for (const [index, each] of steps.entries()) {
    const answer = await askOne(`${index + 1} of ${steps.length}`, each, ask)
    if (answer === undefined) return undefined
    if (answer === 'quit') break
    if (answer === 'all') {
      ids.push(...steps.slice(index).flatMap(({ settles }) => settles))
      break
    }
    if (answer === 'yes') ids.push(...each.settles)
  }
  return { ids, notes: [] }
}

const ANSWERS: Readonly<Record<string, 'yes' | 'no' | 'all' | 'quit'>> = {
  y: 'yes',
  yes: 'yes',
  n: 'no',
  no: 'no',
  a: 'all',
  all: 'all',
  q: 'quit',
  quit: 'quit',
}

async function askOne(
  place: string,
  each: PlanStep,
  ask: Ask,
): Promise<'yes' | 'no' | 'all' | 'quit' | undefined> {
  const question = `${place}  ${stepWords(each)} (${ACTOR_WORDS[each.step.actor]})\n  done? [y]es, [n]o, [a]ll that follow, [q]uit and keep: `
  for (;;) {
    const typed = await ask(question)
    if (typed === undefined) return undefined
    const answer = ANSWERS[typed.trim().toLowerCase()]
    if (answer !== undefined) return answer
  }
}
