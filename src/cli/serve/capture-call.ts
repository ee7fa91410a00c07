import { keepBody } from '../../capture/body-text.ts'
import {
  CAPTURE_VERSION,
  type CapturedAnswer,
  type CapturedCall,
} from '../../capture/captured-call.ts'
import { maskCaptured, secretHeaders } from '../../capture/mask-captured.ts'
import { bodyBytes, isBodiless, sentHeaders, type Answer } from '../../emulate/answer.ts'
import type { ReceivedRequest } from '../../receiver/service/check-request.ts'
import type { Reception } from '../../receiver/service/receive.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'

/** What the capture of a call is made from. */
export interface CallToCapture {
  readonly id: string
  readonly at: number
  readonly received: ReceivedRequest
  readonly reception: Reception
}

/** A function that makes the line of a call, without secrets: of any of the webhooks, as a request may have gone astray. */
export function capturer(
  webhooks: readonly ServedWebhook[],
  values: readonly string[],
): (call: CallToCapture) => CapturedCall {
  const headers = [...new Set(webhooks.flatMap(({ webhook }) => secretHeaders(webhook)))]
  return ({ id, at, received, reception }) => {
    const { served, end, answer } = reception
    const { body, bodyBytes: kept } = keepBody(received.bytes)
    const hasBody = received.request.body !== undefined
    const own = { ...received.request, body: hasBody ? body : undefined }
    const request = maskCaptured(own, { headers, values })
    const isWhole = request.body === own.body
    return {
      version: CAPTURE_VERSION,
      id,
      at: Math.round(at),
      sender: received.sender,
      ...(served === undefined ? {} : { webhook: nameOf(served) }),
      request,
      ...(kept === undefined || !isWhole ? {} : { bodyBytes: kept }),
      ...(end.kind === 'fault' ? { fault: end.fault } : {}),
      ...(end.kind === 'repeated' ? { repeats: end.call } : {}),
      ...answerOf(answer),
    }
  }
}

function nameOf({
  compiled: { program },
  webhook,
}: ServedWebhook): CapturedCall['webhook'] & object {
  return { program: program.id.value, environment: program.environment.id.value, id: webhook.id }
}

function answerOf(answer: Answer): { readonly answer?: CapturedAnswer } {
  if (answer.kind !== 'respond' || answer.cutAfter !== undefined) return {}
  const { status, reason } = answer
  const body = isBodiless(answer) ? { body: '' } : keepBody(bodyBytes(answer))
  return { answer: { status, reason, headers: sentHeaders(answer), ...body } }
}
