import { visibleText } from '../../base/visible-text.ts'
import { describeAct } from '../../campaign/describe-act.ts'
import type { Simulation } from '../../campaign/simulation.ts'
import { disarmForTerminal } from '../disarm.ts'
import { alertedTo, callWords, fieldEnds, timeWords } from './run-words.ts'

/** A run for people at a terminal: numbered, step by step, and how the person stands at the end. */
export function runPretty(simulation: Simulation): string {
  const { program, environment, lead, ends } = simulation
  const lines = [
    `${program} in ${environment}: the lead "${lead}", whose calls end with ${ends.join(', then ')}`,
    ...stepLines(simulation),
    '',
    ...endLines(simulation),
    '',
    `supposed, because no page says it: ${assumptionWords(simulation)}`,
  ]
  return disarmForTerminal(`${lines.map(visibleText).join('\n')}\n`)
}

function stepLines({ run: { acts } }: Simulation): readonly string[] {
  const width = String(acts.length).length
  return acts.flatMap((act, nth) => {
    const isLater = act.minute !== acts[nth - 1]?.minute
    const isInside = act.campaign !== undefined && act.kind !== 'began' && act.kind !== 'kept-out'
    const line = `  ${String(nth + 1).padStart(width)}  ${isInside ? '  ' : ''}${describeAct(act)}`
    return isLater ? ['', timeWords(act.minute), line] : [line]
  })
}

function endLines(simulation: Simulation): readonly string[] {
  const { run } = simulation
  const rows = [
    ...fieldEnds(simulation).map(({ field, before, after, isChanged }): Row => [
      field,
      isChanged ? `${after}, was ${before}` : after,
    ]),
    ['lists', run.state.person.lists.join(', ') || 'none'],
    ['alerts', alertedTo(simulation).join(', ') || 'none'],
    ['calls', callWords(simulation)],
  ] satisfies readonly Row[]
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    run.isAtRest ? 'then everything is at rest' : 'it goes on without an end',
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
  ]
}

type Row = readonly [name: string, text: string]

function assumptionWords({ assumptions }: Simulation): string {
  return Object.entries(assumptions)
    .map(([id, value]) => `${id}: ${value}`)
    .join(', ')
}
