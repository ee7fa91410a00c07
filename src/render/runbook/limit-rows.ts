import type { CompiledProgram } from '../../compile/compiled-program.ts'
import { LIMITS } from '../../marketo/limits.ts'

export interface LimitRow {
  readonly what: string
  readonly limit: string
  readonly note: string
}

/**
 * Limits that a call meets, and what is known about those that no page states.
 * Sources: Experience League, "Webhooks", "Field types", "Automatic Trigger Campaign Cleanup"; S. Whiteman,
 * "Marketo webhooks: 20 concurrent connections"; Marketo's policy on the retention of activities.
 */
export function limitRows({ program }: CompiledProgram): readonly LimitRow[] {
  return [
    row(
      'Time for an answer',
      `${LIMITS.timeoutMilliseconds / 1000} seconds`,
      'then the call is ended; that does not prove that nothing was done',
    ),
    row('Repeated by Marketo', 'never', 'no page names a retry'),
    row(
      'Calls at a time',
      '20 for the whole instance',
      "the community's figure; Adobe's own arithmetic assumes one after another",
    ),
    row('Text field', `${LIMITS.stringCharacters} characters`, 'unless the field is shorter'),
    row('Text area', `${LIMITS.textAreaBytes} bytes`, 'a character may take up to 4'),
    ...((program.home?.tokens.length ?? 0) === 0
      ? []
      : [row('Text My Token', `${LIMITS.myTokenCharacters} characters`, '')]),
    row('Calls in the activity log', '25 months', 'changes of values: 90 days'),
    row(
      'Trigger campaign that nobody meets',
      `${LIMITS.campaignCleanupMonths} months`,
      'then Marketo deactivates it, after a notice of a week',
    ),
    row('Size of payload and response', 'not documented', 'keep both small'),
  ]
}

function row(what: string, limit: string, note: string): LimitRow {
  return { what, limit, note }
}
