import { figure } from '../../base/figure.ts'
import { hideInData } from '../../base/hide-texts.ts'
import type { CompiledProgram } from '../../compile/compiled-program.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { Situation } from '../../emulate/call.ts'
import { curlLine, maskedSecret } from '../../emulate/curl-line.ts'
import { maskRequest } from '../../emulate/mask-request.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { LeadSpace } from '../lead-space.ts'
import { showMarked } from '../show-marked.ts'
import { shownLead, whenTokenIs } from '../shown-lead.ts'
import { tokenName } from '../token-name.ts'
import type { Cause } from './failed-lead.ts'
import { liveRequests } from './live-request.ts'
import type { Confirmed } from './retrial.ts'

export interface CauseContext {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledProgram['webhooks'][number]
  readonly space: LeadSpace
  readonly seed: number
  readonly endpoint: string
  readonly assumptions: AssumptionSet
  readonly personOf: (situation: Situation, index: number) => Situation
  /** How many leads were sent. */
  readonly sent: number
  /** Texts that may not be shown. */
  readonly hidden: readonly string[]
  /** The answer to the lead that speaks for the cause: status, kind and size. */
  readonly answerTo: (index: number) => string
}

/** A cause as a diagnostic that points at the definition. Nothing that the endpoint said is in it. */
export function describeCause(
  cause: Cause,
  { lead, isStable }: Confirmed,
  context: CauseContext,
): Diagnostic {
  const { fault } = cause
  const share = cause.isEveryLead
    ? ''
    : ` (${figure(cause.leads.length)} of ${figure(context.sent)} leads)`
  return {
    rule: fault.check,
    severity: isStable ? fault.severity : 'warning',
    at: fault.at,
    message: `${occasion(cause, lead.situation, context)}, ${fault.message}${isStable ? '' : ', and not when it is sent again'}`,
    effect: `${fault.effect}${share}`,
    help: isStable ? fault.help : UNSTABLE,
    origin: { lead: cause.leads[0]?.index ?? lead.index, cause: cause.key },
    ...(fault.assumptions.length === 0 ? {} : { assumptions: fault.assumptions }),
    counterexample: counterexampleOf(cause, lead, context),
  }
}

const UNSTABLE =
  'find out why the endpoint answers the same lead now so, now so: too many calls at a time, or other leads beside it'

function occasion(
  { tokens, isEveryLead }: Cause,
  situation: Situation,
  { space, hidden }: CauseContext,
): string {
  if (isEveryLead) return 'for every lead'
  const uses = space.tokens.filter(({ use }) => tokens.includes(use.key)).map(({ use }) => use)
  const [first, ...others] = uses
  if (first === undefined) return 'for some leads'
  const start = whenTokenIs(first.token.raw, situation.get(first.key) ?? null, hidden)
  const rest = others.map(({ token }) => ` and ${token.raw} as in the lead below`)
  return [start, ...rest].join('')
}

function counterexampleOf(
  { tokens }: Cause,
  { index, path, situation }: Confirmed['lead'],
  context: CauseContext,
): NonNullable<Diagnostic['counterexample']> {
  const { compiled, webhook, space, seed, endpoint, assumptions, personOf, hidden } = context
  const requestOf = liveRequests(webhook, { endpoint, assumptions, secretOf: maskedSecret })
  const built = requestOf(personOf(situation, index))
  const masked = built === undefined ? undefined : hideInData(maskRequest(built.request), hidden)
  const shown =
    built === undefined || masked === undefined
      ? undefined
      : showMarked(masked, built, tokens.length === 1 ? tokens[0] : undefined)
  const { id, environment } = compiled.program
  const named = space.tokens
    .filter(({ use }) => tokens.includes(use.key))
    .map(({ use }) => [tokenName(use), situation.get(use.key) ?? null])
  return {
    lead: shownLead(Object.fromEntries(named), hidden),
    request: shown?.text ?? '',
    ...(shown === undefined ? {} : { marked: shown.marked }),
    received: context.answerTo(index),
    replay: `hookbook test ${id.value} --env ${environment.id.value} --webhook ${webhook.id} --seed ${seed} --path ${path} --endpoint ${endpoint}`,
    curl: masked === undefined ? '' : curlLine(masked),
  }
}
