import { act, step, type Step } from './step.ts'
import { say, section } from './words.ts'

/** One act of a plan: the runbook has all of it, with the values of the test person, which no plan repeats. */
export function proveStep(): Step {
  return step({
    id: 'change.prove',
    actor: 'human',
    does: 'Prove it with the test person',
    where: [],
    movements: [act(say`Go through ${section(5)} from its first step to its last.`)],
    expect: say`The test person has arrived.`,
    ifNot: say`Deactivate, put the old values back, activate, prove again.`,
    verify: say`No alert within an hour.`,
    undo: say`Nothing to undo: the last step of ${section(5)} takes the person away.`,
  })
}

/** Whoever met the triggers while campaigns were off. */
export function sendAgainStep(): Step {
  return step({
    id: 'change.send-again',
    actor: 'human',
    does: 'Send whoever came while it was off',
    where: [],
    movements: [act(say`Go through ${section(6)} for the time between off and on.`)],
    expect: say`Each of them has arrived, or there was nobody.`,
    ifNot: say`Leave nobody out silently: say who was not sent (${section(7)}).`,
    verify: say`The list of ${section(6)} is empty.`,
    undo: say`A call cannot be taken back.`,
  })
}
