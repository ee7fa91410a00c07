import type { OutsideEvent } from '../campaign/begin-run.ts'
import { nameOf } from '../campaign/hear-occurrence.ts'
import type { Campaign, Trigger } from '../model/campaign.ts'
import { firstCall } from '../model/calls.ts'

/** What calls themselves bring about does not come from outside. */
const INSIDE: readonly string[] = ['webhook is called']

/** What can come from outside: what the triggers of calling campaigns wait for, each once. */
export function outsideEvents(campaigns: readonly Campaign[]): readonly OutsideEvent[] {
  const events = campaigns
    .filter((campaign) => firstCall(campaign) >= 0)
    .flatMap((campaign) => campaign.triggers.map((trigger) => ({ campaign, trigger })))
    .filter(({ trigger }) => !INSIDE.includes(nameOf(trigger)))
  return [...new Map(events.map((event) => [keyOf(event), event])).values()]
}

/** Two campaigns that wait for the same begin at the same time. A request is for one campaign. */
function keyOf({ campaign, trigger }: OutsideEvent): string {
  const isRequest = nameOf(trigger) === 'campaign is requested'
  return JSON.stringify([
    nameOf(trigger),
    constraintsOf(trigger),
    isRequest ? campaign.id.value : '',
  ])
}

function constraintsOf({ constraints }: Trigger): unknown {
  return constraints.map(({ name, operator, value }) => [
    name.value,
    operator?.value ?? 'is',
    value.value,
  ])
}
