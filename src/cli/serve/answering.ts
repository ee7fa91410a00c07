import type { Host } from '../../host/host.ts'
import type { AnswerIncoming } from '../../host/receiver-server.ts'
import { refusalReply } from '../../receiver/service/refusal.ts'
import type { Reception } from '../../receiver/service/receive.ts'
import type { ReceivedCall } from '../../site/received/view-call.ts'
import type { Service } from './prepare-service.ts'

/** A request that has been received, and what is answered. */
export interface ServedCall extends ReceivedCall {
  /** Why it could not be kept, and so was not taken. */
  readonly problem: string | undefined
}

/** Receives, keeps, tells, and only then answers: what is not kept has not happened. */
export function answering(
  { receive, capture, file }: Pick<Service, 'receive' | 'capture' | 'file'>,
  { now, randomSeed }: Pick<Host, 'now' | 'randomSeed'>,
  onCall: (call: ServedCall) => void,
): AnswerIncoming {
  const run = randomSeed().toString(36)
  let number = 0
  return async (received) => {
    number += 1
    const own = number
    const id = `${run}-${own}`
    const first = receive(received, id)
    const captured = capture({ id, at: now(), received, reception: first })
    const problem = await file.keep(captured)
    const reception = problem === undefined ? first : notKept(first)
    onCall({ number: own, captured, reception, problem })
    return reception.answer
  }
}

/** Nothing is acknowledged that a restart would not know of. */
function notKept({ served }: Reception): Reception {
  const refusal = { code: 'not-kept', message: 'the request could not be kept' } as const
  const answer = refusalReply(refusal, served?.webhook)
  return { served, end: { kind: 'refused', refusal }, answer }
}
