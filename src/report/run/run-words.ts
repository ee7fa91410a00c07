import { isSameValue, valueOf } from '../../campaign/person.ts'
import { shown } from '../../campaign/describe-act.ts'
import type { Simulation } from '../../campaign/simulation.ts'

/** A field whose value matters, before the run and after it. */
export interface FieldEnd {
  readonly field: string
  readonly before: string
  readonly after: string
  readonly isChanged: boolean
}

/** The fields that a run has changed, and those that responses write. */
export function fieldEnds({ run, before, mapped }: Simulation): readonly FieldEnd[] {
  const changed = run.acts.flatMap((act) =>
    act.kind === 'changed' || act.kind === 'unchanged' ? [act.field] : [],
  )
  const byKey = new Map([...mapped, ...changed].map((field) => [field.toLowerCase(), field]))
  return [...byKey.values()].map((field) => {
    const [from, to] = [valueOf(before, field), valueOf(run.state.person, field)]
    return { field, before: shown(from), after: shown(to), isChanged: !isSameValue(from, to) }
  })
}

/** "at once", "after 1 hour 5 minutes". */
export function timeWords(minute: number): string {
  if (minute === 0) return 'at once'
  const parts = [
    [Math.floor(minute / 1440), 'day'],
    [Math.floor((minute % 1440) / 60), 'hour'],
    [minute % 60, 'minute'],
  ] as const
  const words = parts.flatMap(([count, unit]) =>
    count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`],
  )
  return `after ${words.join(' ')}`
}

/** How many calls were made, by how they ended: "1 failed, 1 succeeded". */
export function callWords({ run }: Simulation): string {
  const ends = run.acts.flatMap((act) => (act.kind === 'called' ? [act.end.id] : []))
  return ends.length === 0 ? 'none' : `${ends.length} (${ends.join(', ')})`
}

/** Who was told, in order. */
export function alertedTo({ run }: Simulation): readonly string[] {
  return run.acts.flatMap((act) => (act.kind === 'alerted' ? [act.to ?? 'the owner'] : []))
}
