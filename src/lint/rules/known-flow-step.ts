import { nearest } from '../../base/nearest.ts'
import { FLOW_STEPS, flowStepNamed } from '../../marketo/campaigns/flow-steps.ts'
import type { Rule } from '../rule.ts'

/** More edits than this make another name, not a slip. */
const MOST_EDITS = 2

/** A Call Webhok is no call. */
export const knownFlowStep: Rule = {
  id: 'known-flow-step',
  severity: 'error',
  category: 'campaign',
  summary: 'a flow step has the name of one, without a slip in it',
  why: `What hookbook does not know as a flow step it cannot follow: a call with a slip in its name is no call, and every rule about calls is silent.
Steps that are not in its list, as those of CRMs and of Self-Service Flow Steps, are let through.
Source: Marketo Engage MCP Server (names of flow steps).`,
  visit: {
    step({ step }) {
      const { value, at } = step
      if (flowStepNamed(value) !== undefined) return undefined
      const names = FLOW_STEPS.map(({ name }) => name)
      const meant = nearest(value.trim(), names, MOST_EDITS)
      if (meant === undefined) return undefined
      return {
        at,
        message: `there is no flow step "${value}"`,
        effect: 'nothing here sees what it does',
        help: `write "${meant}"`,
      }
    },
  },
}
