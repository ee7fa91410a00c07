import { constraintOf, settingOf, type Campaign, type FlowStep, type Trigger } from './campaign.ts'
import type { DefinedProgram } from './program.ts'
import type { Webhook } from './webhook.ts'

/** The name of the flow step that makes a call. Source: Experience League, "Call Webhook". */
const CALL_WEBHOOK = 'call webhook'

/** The id of the webhook that a step calls, the first one where choices call several; undefined for any other step. */
export function calledWebhook(step: FlowStep): string | undefined {
  return calledWebhooks(step)[0]
}

/** The webhook of a program that a step calls, the first one where choices call several. */
export function webhookOf(step: FlowStep, { webhooks }: DefinedProgram): Webhook | undefined {
  const called = calledWebhook(step)
  return called === undefined ? undefined : webhooks.find(({ id }) => id.value === called)
}

/** The ids of all webhooks that a step may call: by its own setting, or by those of its choices. */
function calledWebhooks(step: FlowStep): readonly string[] {
  if (!isStep(step, CALL_WEBHOOK)) return []
  return [step, ...step.choices].flatMap((owner) => settingOf(owner, 'webhook')?.value ?? [])
}

/** Compares a step's name as Marketo's screens do, without regard to case. */
export function isStep(step: FlowStep, ...names: readonly string[]): boolean {
  const name = step.step.value
  return names.some((other) => other.length === name.length && isAlike(other, name))
}

function isAlike(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase()
}

/** The campaigns of a program that call a webhook. */
export function callersOf(program: DefinedProgram, webhook: string): readonly Campaign[] {
  return program.campaigns.filter((campaign) =>
    campaign.flow.some((step) => calledWebhooks(step).includes(webhook)),
  )
}

/** Position of the first call in a flow, or -1. */
export function firstCall(campaign: Campaign): number {
  return campaign.flow.findIndex((step) => calledWebhook(step) !== undefined)
}

/** The display name of the field that a step changes, or undefined. */
export function changedField(step: FlowStep): string | undefined {
  if (isStep(step, 'Change Data Value')) return settingOf(step, 'attribute')?.value
  if (!isStep(step, 'Change Score')) return undefined
  return (settingOf(step, 'score') ?? settingOf(step, 'attribute'))?.value
}

/** True for a campaign that a call of the webhook starts, whatever its outcome or for some outcomes. */
export function isStartedByCall(campaign: Campaign, webhook: string): boolean {
  return campaign.triggers.some((trigger) => hearsCall(trigger, webhook))
}

/** True for "Webhook is Called" of this webhook, or of any. */
export function hearsCall(trigger: Trigger, webhook: string): boolean {
  if (trigger.trigger.value.toLowerCase() !== 'webhook is called') return false
  const called = constraintOf(trigger, 'webhook')
  return called === undefined || String(called.value.value) === webhook
}

/** True when a flow asks for a campaign, by its id or by its name on the screen. */
export function requests(asking: Campaign, asked: Campaign): boolean {
  const names = [asked.id.value, asked.name.value].map((name) => name.toLowerCase())
  return asking.flow.some((step) => {
    const name = isStep(step, 'Request Campaign') ? settingOf(step, 'campaign') : undefined
    return name !== undefined && names.includes(name.value.toLowerCase())
  })
}
