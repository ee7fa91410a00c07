import { stableJson } from '../../base/stable-json.ts'
import type { TimedAct } from '../../campaign/act.ts'
import { describeAct } from '../../campaign/describe-act.ts'
import type { Simulation } from '../../campaign/simulation.ts'
import { printableJson } from '../printable-json.ts'
import { alertedTo } from './run-words.ts'

/** A run for other programs: each act with its time, its campaign and, of a call, the request and its end. */
export function runJson(simulation: Simulation): string {
  const { program, environment, lead, ends, run, assumptions } = simulation
  const { person } = run.state
  return printableJson(
    stableJson({
      program,
      environment,
      lead,
      ends,
      assumptions,
      isAtRest: run.isAtRest,
      steps: run.acts.map(stepJson),
      person: { fields: person.fields, lists: person.lists, isDeleted: person.isDeleted },
      alerts: alertedTo(simulation),
    }),
  )
}

function stepJson(act: TimedAct): unknown {
  return {
    minute: act.minute,
    kind: act.kind,
    campaign: act.campaign?.id.value,
    sentence: describeAct(act),
    ...(act.kind === 'called' ? { call: callJson(act) } : {}),
  }
}

function callJson({
  webhook,
  end,
  call,
  key,
}: Extract<TimedAct, { readonly kind: 'called' }>): unknown {
  return {
    webhook,
    end: end.id,
    request: call.request,
    outcome: call.outcome.status,
    activity: call.activity,
    repeatKey: key,
  }
}
