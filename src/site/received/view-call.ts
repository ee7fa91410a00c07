import { visibleText } from '../../base/visible-text.ts'
import type { CallView, WireView } from '../../browser/received/call-view.ts'
import { bytesOf } from '../../capture/body-text.ts'
import type { CapturedCall } from '../../capture/captured-call.ts'
import { bodyBytes, isBodiless, sentHeaders, type Answer } from '../../emulate/answer.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Reception, ReceptionEnd } from '../../receiver/service/receive.ts'
import { demandsOf } from './demands-of.ts'
import { marketoView } from './marketo-view.ts'
import { wireView } from './wire-view.ts'

/** A request that was received, and what became of it. */
export interface ReceivedCall {
  /** Counted from 1. */
  readonly number: number
  /** As it is kept: without secrets. */
  readonly captured: CapturedCall
  readonly reception: Reception
}

/** What is known beside the call. */
export interface Surroundings {
  /** The campaigns that hear calls of the webhook. */
  readonly listeners: readonly Campaign[]
  /** False where this machine does not know the secret, and any is taken. */
  readonly isSecretChecked: boolean
}

/** A call as the page shows it. */
export function viewCall(
  { number, captured, reception }: ReceivedCall,
  { listeners, isSecretChecked }: Surroundings,
): CallView {
  const { served, end, answer } = reception
  const { request } = captured
  const title = visibleText(`${request.method} ${request.url}`)
  return {
    number,
    at: captured.at,
    title,
    webhook: served && { id: served.webhook.id, program: served.compiled.program.id.value },
    end: end.kind,
    words: endWords(end),
    answered: answeredWords(answer),
    demands: demandsOf({
      webhook: served?.webhook,
      end,
      body: request.body ?? '',
      isSecretChecked,
    }),
    marketo: marketoView(served, answer, listeners),
    request: wireView(
      [`${request.method} ${request.url} HTTP/1.1`],
      request.headers,
      bytesOf({ body: request.body, ...bytesBeside(captured) }),
    ),
    answer: answerView(answer),
  }
}

function bytesBeside({ bodyBytes: kept }: CapturedCall): { readonly bodyBytes?: string } {
  return kept === undefined ? {} : { bodyBytes: kept }
}

/** What went out, in a word or two. */
export function answeredWords(answer: Answer): string {
  switch (answer.kind) {
    case 'respond':
      return answer.cutAfter === undefined ? String(answer.status) : 'cut off'
    case 'hang':
      return 'never answered'
    case 'reset':
      return 'closed'
  }
}

/** How a request has ended, in words that hold nothing of it. */
export function endWords(end: ReceptionEnd): string {
  switch (end.kind) {
    case 'done':
      return 'as agreed'
    case 'repeated':
      return `the call ${end.call} again: the same answer`
    case 'refused':
      return `${end.refusal.code}: ${end.refusal.message}`
    case 'fault':
      return `the fault "${end.fault}"`
  }
}

function answerView(answer: Answer): WireView | undefined {
  if (answer.kind !== 'respond') return undefined
  const body = isBodiless(answer) ? new Uint8Array() : bodyBytes(answer)
  const sent = body.subarray(0, answer.cutAfter)
  return wireView([`HTTP/1.1 ${answer.status} ${answer.reason}`], sentHeaders(answer), sent)
}
