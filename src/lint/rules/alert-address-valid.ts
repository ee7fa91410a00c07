import { spanWithin } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { isStep } from '../../model/calls.ts'
import { settingOf, type Campaign, type FlowStep } from '../../model/campaign.ts'
import { holdsVariable } from '../holds-variable.ts'
import type { Rule } from '../rule.ts'

/** An alert to nobody is the silence that it was to break. */
export const alertAddressValid: Rule = {
  id: 'alert-address-valid',
  severity: 'error',
  category: 'campaign',
  summary: 'an alert goes to addresses, and takes them from tokens in trigger campaigns only',
  why: `"To Other Emails" takes addresses, separated by commas or semicolons; the name of a team is none.
Tokens are replaced there only in trigger campaigns.
An alert without this setting goes to the owner of the person, and is let through.
Source: Experience League, "Send Alert".`,
  visit: {
    step(step, { campaign }) {
      return isStep(step, 'Send Alert') ? badAddresses(step, campaign) : undefined
    },
  },
}

function* badAddresses(step: FlowStep, campaign: Campaign): Iterable<Finding> {
  for (const owner of [step, ...step.choices]) {
    const to = settingOf(owner, 'to')
    if (to === undefined || holdsVariable(to.value)) continue
    for (const { 0: written, index } of to.value.matchAll(/[^,;]+/g)) {
      const flaw = flawOf(written.trim(), campaign.triggers.length > 0)
      if (flaw === undefined || written.trim() === '') continue
      const start = index + written.length - written.trimStart().length
      yield { at: spanWithin(to, start, index + written.trimEnd().length), ...flaw }
    }
  }
}

interface Flaw {
  readonly message: string
  readonly effect: string
  readonly help: string
}

function flawOf(address: string, isTriggered: boolean): Flaw | undefined {
  if (address.includes('{{')) {
    if (isTriggered) return undefined
    return {
      message: `"${address}" in a campaign without a trigger`,
      effect: 'tokens are not replaced there: the alert reaches nobody',
      help: 'write the address out',
    }
  }
  if (/^\S+@\S+$/.test(address)) return undefined
  return {
    message: `"${address}" is no e-mail address`,
    effect: 'the alert reaches nobody',
    help: 'write addresses, separated by commas or semicolons',
  }
}
