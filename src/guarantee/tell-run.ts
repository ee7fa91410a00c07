import type { TimedAct } from '../campaign/act.ts'
import { describeAct, shown } from '../campaign/describe-act.ts'
import type { Person } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { RunStep, ToldRun } from '../diagnostic/finding.ts'
import type { BreakingRun } from './guarantee-result.ts'

/** A run as numbered sentences, each with the place that makes it happen, and how it breaks the promise. */
export function tellRun({ acts, breach, person, again }: BreakingRun, model: RunModel): ToldRun {
  return {
    steps: acts.map((act, nth): RunStep => {
      const isFirst = acts.findIndex(({ kind }) => kind === 'occurred') === nth
      const sentence = `${timeWords(act, acts[nth - 1])}${describeAct(act)}${isFirst ? whoWords(person, act, model) : ''}`
      return act.at === undefined ? { sentence } : { sentence, at: act.at }
    }),
    breach: again === undefined ? breach : `${breach}: it goes on with step ${again + 1}`,
  }
}

/** What comes again from outside, or after a wait, says so. */
function timeWords(act: TimedAct, before: TimedAct | undefined): string {
  const passed = before === undefined ? 0 : act.minute - before.minute
  if (passed > 0) return `after ${durationWords(passed)}, `
  return act.kind === 'occurred' && before !== undefined && before.kind !== 'switched-off'
    ? 'later, '
    : ''
}

function durationWords(minutes: number): string {
  const units = [
    [1440, 'day'],
    [60, 'hour'],
    [1, 'minute'],
  ] as const
  const [size, unit] = units.find(([each]) => minutes % each === 0) ?? [1, 'minute']
  const count = minutes / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** The values that got the person in. */
function whoWords({ fields }: Person, act: TimedAct, model: RunModel): string {
  const told =
    act.kind === 'occurred' && act.occurrence.kind === 'change'
      ? act.occurrence.field.toLowerCase()
      : undefined
  const values = Object.entries(fields)
    .filter(([key, value]) => value !== null && key !== told)
    .map(([key, value]) => `${model.fields.get(key)?.displayName ?? key} ${shown(value)}`)
  return values.length === 0 ? '' : `, to a person with ${values.join(' and ')}`
}
