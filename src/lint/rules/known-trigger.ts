import { nearest } from '../../base/nearest.ts'
import { ACTIVITY_FILTERS } from '../../marketo/campaigns/filters.ts'
import { triggerNamed, TRIGGERS } from '../../marketo/campaigns/triggers.ts'
import type { Rule } from '../rule.ts'
import { editWhole, fixOf } from '../written-edit.ts'

/** More edits than this make another name, not a slip. */
const MOST_EDITS = 2

/** What the tool does not know as a trigger, it cannot follow. */
export const knownTrigger: Rule = {
  id: 'known-trigger',
  severity: 'error',
  category: 'campaign',
  summary: 'a trigger has the name of a trigger, not of a filter, and no slip in it',
  why: `Triggers and filters of the same thing have different names: the trigger is \`Data Value Changes\`, the filter \`Data Value Changed\`.
Only \`Webhook is Called\` is both; there is no \`Webhook was Called\`.
Whoever sets up the campaign does not find the name in the picker, and hookbook does not see what starts the campaign.
Names that are not in its list and resemble none are let through.
Source: Marketo Engage MCP Server (names of triggers and filters).`,
  visit: {
    trigger({ trigger }) {
      const { value, at } = trigger
      if (triggerNamed(value) !== undefined) return undefined
      const sure = triggerOf(value.trim().toLowerCase())
      const meant = sure ?? nearest(value.trim(), NAMES, MOST_EDITS)
      if (meant === undefined) return undefined
      return {
        at,
        message: `there is no trigger "${value}"`,
        effect: 'it is not in the list of triggers, and nothing here sees what starts the campaign',
        help: `write "${meant}"`,
        ...(sure === undefined ? {} : fixOf(`write ${sure}`, [editWhole(trigger, sure)])),
      }
    },
  },
}

const NAMES = TRIGGERS.flatMap(({ name, backEndName }) => [name, backEndName])

/** The trigger of the same thing as a filter. */
function triggerOf(wanted: string): string | undefined {
  if (/^webhook (?:was|has been|gets) called$/.test(wanted)) return 'Webhook is Called'
  return ACTIVITY_FILTERS.find(({ name }) => name.toLowerCase() === wanted)?.trigger
}
