import { ACTIVITY_FILTERS } from '../../marketo/campaigns/filters.ts'
import { fieldsNamed } from '../../marketo/fields/fields-named.ts'
import { availableFields } from '../../model/available-fields.ts'
import type { Filter } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { Rule } from '../rule.ts'

/** The filter of a past event has another name than its trigger. */
export const knownFilter: Rule = {
  id: 'known-filter',
  severity: 'error',
  category: 'campaign',
  summary: 'a filter has the name of a filter, not of a trigger',
  why: `A filter looks back: \`Data Value Changed\`, \`Filled Out Form\`, \`Visited Web Page\`.
The trigger of the same thing is called \`Data Value Changes\`, \`Fills Out Form\`, \`Visits Web Page\`, and the picker of filters does not have it.
Only \`Webhook is Called\` is both.
Source: Marketo Engage MCP Server (names of triggers and filters).`,
  visit: {
    filter(filter, { program }) {
      return misnamed(filter, program)
    },
    step({ choices }, { program }) {
      return choices.flatMap(({ when }) => misnamed(when, program) ?? [])
    },
  },
}

function misnamed({ filter }: Filter, program: DefinedProgram): Finding | undefined {
  const name = filter.value.trim().replace(/^not\s+/i, '')
  const isField = fieldsNamed(name, 'displayName', availableFields(program)).length > 0
  const meant = isField ? undefined : meantFilter(name.toLowerCase())
  if (meant === undefined) return undefined
  return {
    at: filter.at,
    message: `"${name}" is no filter`,
    effect: 'it is not in the list of filters',
    help: `write "${filter.value.replace(name, meant)}"`,
  }
}

function meantFilter(wanted: string): string | undefined {
  if (wanted === 'webhook was called') return 'Webhook is Called'
  return ACTIVITY_FILTERS.find(({ trigger }) => trigger.toLowerCase() === wanted)?.name
}
