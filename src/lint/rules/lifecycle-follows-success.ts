import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { settingOf, type FlowStep } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import { calledWebhook, isStep } from '../../model/calls.ts'
import type { CampaignContext, Rule } from '../rule.ts'

/** Fields that tell where a person stands in the lifecycle, besides those that guarantees name. */
const STAGE_FIELDS: readonly string[] = ['lead status', 'lifecycle stage', 'lifecycle status']

/** The step after a call runs whether the call succeeded or not. */
export const lifecycleFollowsSuccess: Rule = {
  id: 'lifecycle-follows-success',
  severity: 'error',
  category: 'campaign',
  summary: 'the lifecycle stage advances in a campaign that a successful call triggers',
  why: `After Call Webhook the flow moves on, whatever the endpoint answered, and also after a time-out.
A stage that is set in the same flow advances although the CRM never got the lead.
Let a second campaign advance it, triggered by Data Value Changes on the field that the response writes.
Sources: Experience League, "Errors" (webhooks), "Webhooks".`,
  visit: {
    step(step, context) {
      return calledWebhook(step) === undefined ? undefined : advancedAfter(step, context)
    },
  },
}

function* advancedAfter(
  call: FlowStep,
  { campaign, program, stepIndex }: CampaignContext,
): Iterable<Finding> {
  for (const later of campaign.flow.slice(stepIndex + 1)) {
    const stage = advancedStage(later, program)
    if (stage === undefined || later.choices.length > 0) continue
    yield {
      at: later.step.at,
      message: `"${stage.value}" advances in the flow that calls, whatever the call's outcome`,
      effect:
        'a person reaches the next stage although the endpoint refused the lead or never got it',
      related: [{ at: call.step.at, message: 'the call' }],
      help: 'move this step to a campaign with the trigger "Data Value Changes" on a field that the response writes',
    }
  }
}

function advancedStage(step: FlowStep, program: DefinedProgram): LocatedText | undefined {
  if (
    isStep(step, 'Change Revenue Stage', 'Change Program Status', 'Change Status in Progression')
  ) {
    return step.step
  }
  if (!isStep(step, 'Change Data Value')) return undefined
  const attribute = settingOf(step, 'attribute')
  const isStage =
    attribute !== undefined && stageFields(program).includes(attribute.value.toLowerCase())
  return isStage ? attribute : undefined
}

function stageFields(program: DefinedProgram): readonly string[] {
  const guarded = program.guarantees.flatMap((guarantee) =>
    guarantee.kind === 'never' ? [guarantee.never.field.value.toLowerCase()] : [],
  )
  return [...STAGE_FIELDS, ...guarded]
}
