import type { Finding } from '../../diagnostic/finding.ts'
import { parseQualification } from '../../marketo/campaigns/qualification.ts'
import { constraintOf, type Campaign, type Trigger } from '../../model/campaign.ts'
import { firstCall } from '../../model/calls.ts'
import type { Rule } from '../rule.ts'
import { watchedField } from '../starts.ts'

/** The default lets each person through a single time, silently. */
export const qualificationStated: Rule = {
  id: 'qualification-stated',
  severity: 'error',
  category: 'campaign',
  summary:
    'a campaign that calls a webhook, or reacts to one, states how often a person may run through it',
  why: `Marketo's default is "only once": each person runs through the campaign a single time, and never again, without a word.
A webhook campaign nearly always wants "every time".
A stated "only once" is let through where a thing happens once; not for a campaign that sends any change of a field, or that reacts to calls.
Source: Experience League, "Edit Qualification Rules in a Smart Campaign".`,
  visit: {
    campaign(campaign) {
      return unreadable(campaign) ?? unstated(campaign) ?? onlyOnce(campaign)
    },
  },
}

function unreadable({ qualification }: Campaign): Finding | undefined {
  if (qualification === undefined || parseQualification(qualification.value) !== undefined) {
    return undefined
  }
  return {
    at: qualification.at,
    message: `"${qualification.value}" is no qualification rule of Marketo`,
    help: 'write "only once", "every time", or "once every 2 days" (hours, days, weeks, months)',
  }
}

function unstated(campaign: Campaign): Finding | undefined {
  if (campaign.qualification !== undefined) return undefined
  if (firstCall(campaign) === -1 && !campaign.triggers.some(isCallTrigger)) return undefined
  return {
    at: campaign.name.at,
    message: `"${campaign.name.value}" does not state its qualification rule`,
    effect: "Marketo's default lets each person through only once; later changes are never sent",
    help: 'write "qualification: every time"',
  }
}

/** Stated and meant where a thing happens once; not where every change or every failure counts. */
function onlyOnce(campaign: Campaign): Finding | undefined {
  const { qualification } = campaign
  if (qualification === undefined) return undefined
  if (parseQualification(qualification.value)?.kind !== 'only once') return undefined
  const reason = campaign.triggers.find(isCallTrigger)
  const change = firstCall(campaign) === -1 ? undefined : campaign.triggers.find(isAnyChange)
  const trigger = reason ?? change
  if (trigger === undefined) return undefined
  return {
    at: qualification.at,
    message: `"only once" for a campaign that is triggered by "${trigger.trigger.value}"`,
    effect:
      reason === undefined
        ? 'the first change of each person is sent, and none of the later ones'
        : 'the first call of each person is noticed, and none of the later ones',
    related: [{ at: trigger.trigger.at, message: 'the trigger' }],
    help: 'write "every time"; where one time is meant, let the trigger await a value ("newValue")',
  }
}

function isCallTrigger({ trigger }: Trigger): boolean {
  return trigger.value.toLowerCase() === 'webhook is called'
}

function isAnyChange(trigger: Trigger): boolean {
  return watchedField(trigger) !== undefined && constraintOf(trigger, 'newValue') === undefined
}
