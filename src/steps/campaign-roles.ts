import { constraintOf, settingOf, type Campaign, type FlowStep } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'

/** What a campaign is to a webhook. A campaign may have more than one part. */
export interface CampaignRoles {
  /** Call a webhook of the program. */
  readonly callers: readonly Campaign[]
  /** Start when a webhook was called: they catch failures. */
  readonly catchers: readonly Campaign[]
  /** Start when a mapped field changes: they act on a proven answer. */
  readonly followers: readonly Campaign[]
  /** Callers that can be requested for a person: the safe way to send again. */
  readonly requestable: readonly Campaign[]
}

export function campaignRoles({ program, webhooks }: CompiledProgram): CampaignRoles {
  const { campaigns } = program
  const mapped = webhooks.flatMap(({ mappings }) =>
    mappings.flatMap(({ field }) => (field === undefined ? [] : [field.displayName])),
  )
  const callers = campaigns.filter((campaign) => calledWebhooks(campaign, program).length > 0)
  return {
    callers,
    catchers: campaigns.filter((campaign) => hasTrigger(campaign, 'Webhook is Called')),
    followers: campaigns.filter((campaign) =>
      changedFields(campaign).some((name) => mapped.includes(name)),
    ),
    requestable: callers.filter((campaign) => hasTrigger(campaign, 'Campaign is Requested')),
  }
}

/** Only a campaign with a trigger is switched on; others run when they are scheduled or executed. */
export function isTriggered({ triggers }: Campaign): boolean {
  return triggers.length > 0
}

/** Ids of the program's webhooks that a campaign calls. */
export function calledWebhooks(campaign: Campaign, { webhooks }: Program): readonly string[] {
  const called = settingsNamed(campaign.flow, 'webhook')
  return webhooks.map(({ id }) => id.value).filter((id) => called.includes(id))
}

/** The lists that campaigns add people to, once each. */
export function listsOf(campaigns: readonly Campaign[]): readonly string[] {
  const steps = campaigns.flatMap(({ flow }) =>
    flow.filter(({ step }) => step.value.toLowerCase() === 'add to list'),
  )
  return [...new Set(settingsNamed(steps, 'list'))]
}

/** Who is told by the alerts of campaigns, once each. */
export function alertedBy(campaigns: readonly Campaign[]): readonly string[] {
  const steps = campaigns.flatMap(({ flow }) =>
    flow.filter(({ step }) => step.value.toLowerCase() === 'send alert'),
  )
  return [...new Set(settingsNamed(steps, 'to'))]
}

function settingsNamed(flow: readonly FlowStep[], name: string): readonly string[] {
  return flow.flatMap((step) =>
    [step, ...step.choices].flatMap((owner) => settingOf(owner, name)?.value ?? []),
  )
}

function hasTrigger({ triggers }: Campaign, name: string): boolean {
  return triggers.some(({ trigger }) => trigger.value.toLowerCase() === name.toLowerCase())
}

/** Display names of the fields on whose change a campaign starts. */
function changedFields({ triggers }: Campaign): readonly string[] {
  return triggers
    .filter(({ trigger }) => trigger.value.toLowerCase() === 'data value changes')
    .flatMap(({ constraints }) =>
      constraints.flatMap(({ name, value }) =>
        name.value === 'attribute' ? [String(value.value)] : [],
      ),
    )
}

/** What a campaign takes for a failed call: `Response not contains success`. */
export interface FailureSign {
  readonly campaign: string
  readonly operator: string
  readonly value: string
}

/** The signs by which the program's campaigns know a failed call of a webhook. */
export function failureSigns(
  webhook: string,
  { program }: Pick<CompiledProgram, 'program'>,
): readonly FailureSign[] {
  return program.campaigns.flatMap(({ name, triggers }) =>
    triggers.flatMap((trigger): readonly FailureSign[] => {
      const response = constraintOf(trigger, 'response')
      const called = constraintOf(trigger, 'webhook')
      const isMeant = called === undefined || called.value.value === webhook
      if (response === undefined || !isMeant) return []
      const operator = response.operator?.value ?? 'is'
      return [{ campaign: name.value, operator, value: String(response.value.value) }]
    }),
  )
}
