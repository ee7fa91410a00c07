import { bytesOf } from '../../capture/body-text.ts'
import type { CapturedAnswer, CapturedCall } from '../../capture/captured-call.ts'
import type { Reply } from '../../emulate/answer.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import type { AnswerMemory } from '../../receiver/service/answer-memory.ts'
import { callKey } from '../../receiver/service/call-key.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'

/** What was answered before, by an endpoint that was stopped or killed, is answered again to the same call. */
export function memoryRestorer(
  webhooks: readonly ServedWebhook[],
  memory: AnswerMemory,
): (call: CapturedCall) => void {
  return (call) => {
    const { id, answer, request } = call
    const served = webhooks.find((each) => isFor(call, each))
    if (served === undefined || answer === undefined || !wasWorkDone(call, answer)) return
    const reading = bodyFormatNamed(served.webhook.bodyFormat).readBody(request.body ?? '')
    const value = reading.status === 'read' ? reading.value : undefined
    const key = callKey(served, { value, request })
    if (key !== undefined) memory.keep(key, { call: id, reply: replyOf(answer) })
  }
}

function isFor({ webhook: own }: CapturedCall, { compiled, webhook }: ServedWebhook): boolean {
  const { id, environment } = compiled.program
  return (
    own?.id === webhook.id && own.program === id.value && own.environment === environment.id.value
  )
}

/** A fault says nothing of the work, and a repetition was answered as the first call was. */
function wasWorkDone({ fault, repeats }: CapturedCall, { status }: CapturedAnswer): boolean {
  return fault === undefined && repeats === undefined && status >= 200 && status <= 299
}

/** The length is said anew when it goes out. */
function replyOf(answer: CapturedAnswer): Reply {
  const headers = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  const { status, reason } = answer
  return { kind: 'respond', status, reason, headers, body: bytesOf(answer) }
}
