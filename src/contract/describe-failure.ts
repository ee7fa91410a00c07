import { hideInData } from '../base/hide-texts.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { buildRequest } from '../emulate/build-request.ts'
import type { HttpRequest, Situation } from '../emulate/call.ts'
import { curlLine, maskedSecret } from '../emulate/curl-line.ts'
import { maskRequest } from '../emulate/mask-request.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { ANY_TEXT, takesAnyText } from './any-text.ts'
import { idOfFailure } from './found/found-identity.ts'
import { foundIdOfPath } from './found/replay-found.ts'
import { failingWorlds, failureKey, type Court, type Failure } from './judge.ts'
import { repairOf } from './repair.ts'
import { restingOn } from './resting-on.ts'
import { showMarked } from './show-marked.ts'
import { shownLead, whenTokenIs } from './shown-lead.ts'
import type { SmallestLead } from './shrink-lead.ts'

const PIN_ADDRESSES = 'pin "email-values" to "addresses-only" with its evidence'

/** The lead that found a failure, before it was made smaller. */
export interface FoundBy {
  readonly compiled: CompiledProgram
  readonly seed: number
  /** Its number among the leads; found cases come before all others and count below zero. */
  readonly index: number
  readonly path: string
}

/** A failed check as a diagnostic: points at the definition, and carries all that is needed to see it again. */
export function describeFailure(court: Court, lead: SmallestLead, found: FoundBy): Diagnostic {
  const { failure, situation } = lead
  const { check, fault, use } = failure
  const value = use === undefined ? undefined : (situation.get(use.key) ?? null)
  const isAnyText = takesAnyText(court, situation, failure)
  const rendered = restingOn(
    court.worlds.map((world) => world.assumptions),
    failingWorlds(court, situation, check),
  )
  const assumptions = isAnyText ? [...rendered, ANY_TEXT] : rendered
  const repair = repairOf(court.subject, check, use, value ?? null)
  const { request, built } = previewRequest(court, situation, failure)
  const shown = showMarked(request, built, use?.key)
  return {
    rule: check.id,
    severity: 'error',
    at: use?.at ?? court.subject.webhook.template?.text.at ?? court.subject.webhook.url.text.at,
    message: `${occasion(lead, value, court.hidden)}, ${fault.message}`,
    effect: `the endpoint reads ${fault.received}`,
    help: isAnyText ? `${repair}; or ${PIN_ADDRESSES}` : repair,
    origin: { lead: found.index, cause: failureKey(failure) },
    ...(assumptions.length === 0 ? {} : { assumptions }),
    counterexample: {
      id: idOfFailure(court, failure, found.compiled),
      lead: shownLead(lead.values, court.hidden),
      request: shown.text,
      marked: shown.marked,
      received: fault.received,
      replay: replayLine(court, found),
      curl: curlLine(request),
    },
  }
}

interface PreviewedRequest {
  readonly request: HttpRequest
  /** Before it was masked. */
  readonly built: Parameters<typeof showMarked>[1]
}

/** The request in the first world in which it fails, secrets masked. */
export function previewRequest(
  court: Court,
  situation: Situation,
  { check, rendered }: Failure,
): PreviewedRequest {
  const [world = rendered.world] = failingWorlds(court, situation, check)
  const preview = buildRequest(court.subject.webhook, situation, {
    assumptions: world,
    secretOf: maskedSecret,
  })
  const built = preview.status === 'built' ? preview : rendered
  return { request: hideInData(maskRequest(built.request), court.hidden), built }
}

/** A complete command line; ids and paths hold nothing that a shell would read. */
function replayLine({ subject }: Court, { compiled, seed, path }: FoundBy): string {
  const { id, environment } = compiled.program
  const foundId = foundIdOfPath(path)
  if (foundId !== undefined) return replayOfFound(foundId)
  return `hookbook test ${id.value} --env ${environment.id.value} --webhook ${subject.webhook.id} --seed ${seed} --path ${path}`
}

/** How a found case is replayed alone. */
export function replayOfFound(id: string): string {
  return `hookbook test --replay ${id}`
}

function occasion(
  { failure, isEveryLead }: SmallestLead,
  value: TokenValue | undefined,
  hidden: readonly string[],
): string {
  const raw = failure.use?.token.raw
  if (isEveryLead) return raw === undefined ? 'for every lead' : `for every lead, because of ${raw}`
  return raw === undefined || value === undefined
    ? 'for some leads'
    : whenTokenIs(raw, value, hidden)
}
