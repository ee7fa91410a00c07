import type { TimedAct } from '../../campaign/act.ts'
import { describeAct } from '../../campaign/describe-act.ts'
import type { Simulation } from '../../campaign/simulation.ts'
import type { Message, SequenceDiagram } from '../../render/diagrams/diagram.ts'

const PERSON = 'Person'
const TEAM = 'Team'

/** A run as who says what to whom: campaigns, the person's record, and the endpoints. */
export function runSequence({ program, environment, ends, run }: Simulation): SequenceDiagram {
  const messages = run.acts.flatMap(messagesOf)
  return {
    title: `${program} in ${environment}: calls end with ${ends.join(', then ')}`,
    description: run.isAtRest
      ? 'What the campaigns do with one person, until everything is at rest.'
      : 'What the campaigns do with one person, without an end.',
    participants: [...new Set(messages.flatMap(({ from, to }) => [from, to]))],
    messages,
  }
}

function messagesOf(act: TimedAct): readonly Message[] {
  const own = act.campaign?.name.value ?? 'Marketo'
  const text = describeAct(act)
  switch (act.kind) {
    case 'called':
      return [
        message(own, act.name, `calls ${act.name}`),
        { ...message(act.name, own, text.replace(/^[^;]*; /, '')), isAnswer: true },
      ]
    case 'alerted':
      return [message(own, TEAM, text)]
    case 'requested':
      return [message(own, act.name, text)]
    case 'occurred':
    case 'began':
    case 'kept-out':
      return [message(PERSON, own, text)]
    default:
      return [message(own, PERSON, text)]
  }
}

function message(from: string, to: string, text: string): Message {
  return { from, to, text, isAnswer: false }
}
