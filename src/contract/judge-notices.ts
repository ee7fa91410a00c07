import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { callersOf } from '../model/calls.ts'
import { catchesFailures } from '../model/failure-campaigns.ts'
import type { Program } from '../model/program.ts'
import { isFailure, openAssumption, type RowsInput } from './answer-rows.ts'
import { noticesOf } from '../emulate/notices.ts'
import type { ResponseJudgement } from './response-check.ts'
import type { TriedFault } from './try-faults.ts'

/**
 * Whether somebody notices every failure. Where no campaign is meant to, lint says so and this does not
 * say it again; of a failure whose body holds the words of success no campaign could know.
 */
export function judgeNotices(
  input: RowsInput,
  program: Program,
  faults: readonly TriedFault[],
): readonly ResponseJudgement[] {
  const { webhook, listeners } = input
  const success = successText(webhook)
  const heard = { id: webhook.id, success }
  const isMeant = listeners.some((campaign) => catchesFailures(campaign, heard))
  if (!isMeant || callersOf(program, webhook.id).length === 0) return []
  const missed = faults.flatMap((tried) => {
    const under = isTellable(tried, input, success) ? missedUnder(tried, input) : undefined
    return under === undefined ? [] : [{ fault: tried.fault, under }]
  })
  const [first] = missed
  if (first === undefined) return [{ check: 'failures-are-noticed', failure: undefined }]
  const shared = missed.every(({ under }) => under.length > 0) ? first.under : []
  const names = missed.map(({ fault }) => fault.id)
  return [{ check: 'failures-are-noticed', failure: unnoticed(input, names, first, shared) }]
}

function successText({ success }: CompiledWebhook): string | undefined {
  return success === undefined ? undefined : String(success.equals.value)
}

function isTellable(
  { fault, reading }: TriedFault,
  { webhook, pinned }: RowsInput,
  success: string | undefined,
): boolean {
  if (openAssumption(fault.restsOn, pinned) !== undefined) return false
  if (!isFailure(webhook, reading)) return false
  return success === undefined || !reading.text.toLowerCase().includes(success.toLowerCase())
}

/** The assumption values under which nobody notices: none of them for never; undefined when somebody does, or may. */
function missedUnder({ reading }: TriedFault, input: RowsInput): readonly string[] | undefined {
  const notices = noticesOf(input.webhook, reading, input)
  if (notices.some(({ certainty }) => certainty !== 'sometimes')) return undefined
  const heard = new Set(notices.flatMap(({ under }) => under))
  if (heard.size === 0) return []
  const all = ['error-type: reason-phrase', 'error-type: status-code']
  const missing = all.filter((value) => !heard.has(value))
  return missing.length === 0 ? undefined : missing
}

/** More names than these say nothing more. */
const MOST_NAMES = 6

function unnoticed(
  { webhook, listeners }: RowsInput,
  names: readonly string[],
  first: { readonly fault: TriedFault['fault'] },
  assumptions: readonly string[],
): Diagnostic {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  const listed = names.slice(0, MOST_NAMES).join(', ') + more
  return {
    rule: 'failures-are-noticed',
    severity: 'warning',
    at: webhook.at,
    message: `no campaign starts when the endpoint of "${webhook.name}" ${first.fault.summary}`,
    effect: `leads are lost in silence: ${listed}`,
    related: listeners.map(({ name }) => ({
      at: name.at,
      message: 'this campaign catches others',
    })),
    help: 'widen the constraints of a campaign on "Webhook is Called"; "hookbook show --answers" lists who notices what',
    ...(assumptions.length === 0 ? {} : { assumptions }),
  }
}
