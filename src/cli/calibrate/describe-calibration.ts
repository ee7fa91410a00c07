import { visibleText } from '../../base/visible-text.ts'
import type { Calibration, Observation } from '../../calibrate/observation.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { assumptionNamed } from '../../marketo/assumptions/assumptions.ts'

/** What a calibration says, in lines: what is proven first, then what needs a person, then what remains. */
export function describeCalibration(
  { observations, told }: Calibration,
  pinned: AssumptionSet,
): readonly string[] {
  const proven = observations.filter((each) => each.status === 'proven')
  const open = observations.filter((each) => each.status === 'open')
  return [
    ...told,
    ...section(
      'Proven:',
      proven.map((each) => `${each.assumption}: ${each.value}, ${each.how}`),
    ),
    ...section('Not to be pinned:', observations.flatMap(strangeWords)),
    ...section(
      'Otherwise than the project says:',
      proven.flatMap((each) => conflictWords(each, pinned)),
    ),
    ...section(
      'Remain open:',
      open.map((each) => `${each.assumption}: ${each.reason}`),
    ),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
}

const MOST_SHOWN = 60

function strangeWords(observation: Observation): readonly string[] {
  const { assumption } = observation
  const known = assumptionNamed(assumption)?.values.join(', ') ?? ''
  if (observation.status === 'surprise') {
    const seen = visibleText(observation.seen.slice(0, MOST_SHOWN))
    return [
      `${assumption}: "${seen}" was seen, which is none of what is known (${known}); look first whether the record of the person holds what the runbook says`,
    ]
  }
  if (observation.status !== 'contradiction') return []
  const values = observation.values.length === 0 ? known : observation.values.join(' and ')
  return [`${assumption}: what was captured contradicts itself (${values})`]
}

function conflictWords(
  { assumption, value }: Extract<Observation, { readonly status: 'proven' }>,
  pinned: AssumptionSet,
): readonly string[] {
  const own = pinned[assumption]
  return own === undefined || own === value
    ? []
    : [`${assumption}: the project pins ${own}, and ${value} is proven`]
}
