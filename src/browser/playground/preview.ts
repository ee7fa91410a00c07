import type { BuiltRequest } from '../../emulate/build-request.ts'
import type { HttpRequest, Situation } from '../../emulate/call.ts'
import { curlLine } from '../../emulate/curl-line.ts'
import { maskRequest } from '../../emulate/mask-request.ts'
import { buildIn, usualWorld } from './build-in.ts'
import { markTokens, type MarkedText } from './mark-tokens.ts'
import type { Trial } from './open-trials.ts'
import { openQuestions, type OpenQuestion } from './open-questions.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** What Marketo would send for some values under one encoding, and what the contract says to it. */
export type Preview = Pick<Trial, 'encoding' | 'isChosen'> & {
  readonly verdict: Verdict
  /** What nobody knows, where it changes this request. */
  readonly questions: readonly OpenQuestion[]
  /** Undefined where Marketo sends nothing. */
  readonly request: ShownRequest | undefined
}

/** A request as it may be shown: secrets masked, the places of tokens marked. */
export interface ShownRequest {
  readonly method: string
  readonly url: MarkedText
  readonly headers: readonly { readonly name: string; readonly value: MarkedText }[]
  readonly body: MarkedText | undefined
  readonly curl: string
}

/** As `hookbook fire --dry-run` has it: under the likeliest assumptions and what is pinned. */
export function previewOf(trial: Trial, situation: Situation): Preview {
  const { encoding, isChosen, court } = trial
  const built = buildIn(court, situation, usualWorld(court))
  return {
    encoding,
    isChosen,
    verdict: verdictOf(trial, situation, built),
    questions: openQuestions(court, situation),
    request: built.status === 'built' ? showBuilt(built) : undefined,
  }
}

function showBuilt({
  request,
  tokens,
}: Extract<BuiltRequest, { readonly status: 'built' }>): ShownRequest {
  const masked = maskRequest(request)
  // What was masked is no longer what was rendered: no token stands in it.
  const mark = (
    shown: string,
    rendered: string,
    own: Parameters<typeof markTokens>[1],
  ): MarkedText => markTokens(shown, shown === rendered ? own : [])
  return {
    method: masked.method,
    url: mark(masked.url, request.url, tokens.url),
    headers: masked.headers.map(([name, value], nth) => ({
      name,
      value: mark(value, valueAt(request, nth), tokens.headers[nth] ?? []),
    })),
    body: masked.body === undefined ? undefined : markTokens(masked.body, tokens.body),
    curl: curlLine(masked),
  }
}

function valueAt({ headers }: HttpRequest, position: number): string {
  return headers[position]?.[1] ?? ''
}
