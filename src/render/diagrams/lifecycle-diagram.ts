import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Campaign } from '../../model/campaign.ts'
import { alertedBy, campaignRoles, listsOf } from '../../steps/campaign-roles.ts'
import { effectsOf } from './campaign-effects.ts'
import type { StateDiagram, Transition } from './diagram.ts'

const NOT_SENT = 'Not sent'
const SENT = 'Sent'
const ANSWERED = 'Answered'
const FAILED = 'Failed'

/** The way of one lead through this program. */
export function lifecycleDiagram(compiled: CompiledProgram): StateDiagram {
  const transitions = [
    ...sendTransitions(compiled),
    ...compiled.webhooks.flatMap(answerTransitions),
    ...followTransitions(compiled),
    ...catchTransitions(compiled),
  ]
  const states = [...new Set([NOT_SENT, ...transitions.flatMap(({ from, to }) => [from, to])])]
  return {
    title: `${compiled.program.title.value}: the way of a lead`,
    description: `From ${NOT_SENT} a lead is sent; it moves on only with a proven answer, and a failed call is kept for sending again.`,
    states,
    transitions: unique(transitions),
  }
}

function sendTransitions(compiled: CompiledProgram): readonly Transition[] {
  return campaignRoles(compiled).callers.map((campaign) => {
    const effects = effectsOf(campaign)
    const also = effects.length === 0 ? '' : `; ${effects.join(', ')}`
    return { from: NOT_SENT, to: SENT, text: `${campaign.name.value}${also}` }
  })
}

function answerTransitions({ success, mappings }: CompiledWebhook): readonly Transition[] {
  const writes = mappings.length === 0 ? '' : '; mapped fields are written'
  const refused: readonly Transition[] =
    success === undefined
      ? []
      : [
          {
            from: ANSWERED,
            to: FAILED,
            text: `${success.path.value} is not ${success.equals.value}`,
          },
        ]
  return [
    { from: SENT, to: ANSWERED, text: `a status from 200 to 299 with a body${writes}` },
    { from: SENT, to: FAILED, text: 'another status, no body, or no answer in 30 seconds' },
    ...refused,
  ]
}

/** A campaign that acts on a mapped field leads to the state that it sets. */
function followTransitions(compiled: CompiledProgram): readonly Transition[] {
  return campaignRoles(compiled).followers.flatMap((campaign) => {
    const [effect] = effectsOf(campaign)
    const to = effect ?? 'Moved on'
    return [{ from: ANSWERED, to, text: `${campaign.name.value}: ${conditionOf(campaign)}` }]
  })
}

function conditionOf({ triggers }: Campaign): string {
  return triggers
    .map(({ constraints }) =>
      constraints
        .map(({ name, value }) => (name.value === 'newValue' ? `is ${value.value}` : value.value))
        .join(' '),
    )
    .join(' or ')
}

function catchTransitions(compiled: CompiledProgram): readonly Transition[] {
  return campaignRoles(compiled).catchers.map((campaign) => {
    const lists = listsOf([campaign])
    const alerts = alertedBy([campaign]).map((to) => `${to} is told`)
    const to = lists.length === 0 ? 'Known as failed' : `On ${lists.join(' and ')}`
    return { from: FAILED, to, text: [campaign.name.value, ...alerts].join('; ') }
  })
}

function unique(transitions: readonly Transition[]): readonly Transition[] {
  const byText = new Map(transitions.map((each) => [JSON.stringify(each), each]))
  return [...byText.values()]
}
