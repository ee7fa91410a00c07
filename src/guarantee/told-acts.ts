import type { TimedAct } from '../campaign/act.ts'
import { fieldKey } from '../campaign/person.ts'
import type { FoundLoop } from './find-loop.ts'
import type { BreakingRun } from './guarantee-result.ts'
import type { Promised } from './promise.ts'

/** Who is told and kept matters only to these. */
const ABOUT_THE_END: readonly Promised['kind'][] = ['failures-alerted', 'nobody-stuck']

/** What of a run is part of the story: not what is written where nobody reads, nor what leads nowhere. */
export function toldActs(
  acts: readonly TimedAct[],
  { kind }: Promised,
  fields: ReadonlySet<string>,
): readonly TimedAct[] {
  const isAboutEnd = ABOUT_THE_END.includes(kind)
  const told = acts.filter((act) => isTold(act, fields) && (isAboutEnd || !isAside(act)))
  return isAboutEnd ? told : withoutIdleCampaigns(told)
}

function isTold(act: TimedAct, fields: ReadonlySet<string>): boolean {
  if (act.kind === 'unchanged') return act.by === 'response' && fields.has(fieldKey(act.field))
  return act.kind !== 'changed' || act.by === 'step' || fields.has(fieldKey(act.field))
}

const ASIDE: readonly TimedAct['kind'][] = [
  'alerted',
  'did-other',
  'kept-out',
  'listed',
  'unlisted',
]

function isAside({ kind }: TimedAct): boolean {
  return ASIDE.includes(kind)
}

/** A campaign of which nothing else is told has no part in it. */
function withoutIdleCampaigns(acts: readonly TimedAct[]): readonly TimedAct[] {
  const busy = new Set(acts.flatMap((act) => (act.kind === 'began' ? [] : [act.campaign])))
  return acts.filter((act) => act.kind !== 'began' || busy.has(act.campaign))
}

/** A run that never ends: until the round begins, and the round, turned so that it begins with something that begins. */
export function runOfLoop(
  { before, round, node }: FoundLoop,
  promise: Promised,
  fields: ReadonlySet<string>,
): BreakingRun {
  const all = toldActs([...before, ...round], promise, fields)
  const inRound = new Set(round)
  const again = all.filter((act) => inRound.has(act))
  const turn = Math.max(
    0,
    again.findIndex(({ kind }) => kind === 'began' || kind === 'requested'),
  )
  return {
    acts: [...all, ...again.slice(0, turn)],
    breach: 'and nothing ends it',
    person: node.start,
    again: all.length - again.length + turn,
  }
}
