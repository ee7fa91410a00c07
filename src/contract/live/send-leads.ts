import type { AnswerVerdict } from './answer-fault.ts'
import type { LiveCall, LiveLead } from './call-endpoint.ts'
import { deliver } from './deliver.ts'
import { describeAnswer } from './judge-answer.ts'
import type { Trial } from './trial.ts'
import { watch } from './watch.ts'

/** A lead by its number, and what became of its call. */
export interface SentLead {
  readonly index: number
  readonly call: SentCall
}

/** A call without the answer itself: thousands of them are kept until the run is over. */
export type SentCall =
  | {
      readonly status: 'judged'
      readonly verdict: AnswerVerdict
      readonly milliseconds: number
      /** The answer for people, where something is wrong with it. */
      readonly received: string
    }
  | Extract<LiveCall, { readonly status: 'unknown' }>

export function withoutAnswer(call: LiveCall): SentCall {
  if (call.status === 'unknown') return call
  const { status, verdict, exchange, milliseconds } = call
  const received = verdict.faults.length === 0 ? '' : describeAnswer(exchange)
  return { status, verdict, milliseconds, received }
}

/** Sends leads side by side, as wide as the endpoint is to be tested; they come back in their own order. */
export async function sendLeads(
  { input, caller, leadAt, personOf }: Trial,
  chosen: readonly number[],
): Promise<readonly SentLead[]> {
  const { endpoint, onProgress } = input
  const personAt = (index: number): LiveLead => {
    const { path, situation } = leadAt(index)
    return { path, situation: personOf(situation, index) }
  }
  const watcher = watch(caller, personAt(0), endpoint.signal)
  let done = 0
  const work = async (nth: number): Promise<SentCall> => {
    const call = await caller.call(personAt(chosen[nth] ?? 0), 'lead')
    await watcher.see(nth, call)
    done += 1
    onProgress(done, chosen.length)
    return withoutAnswer(call)
  }
  const isOver = (): boolean => watcher.over() !== undefined
  const calls = await deliver(chosen.length, endpoint.width, { work, isOver })
  return chosen.map((index, nth) => {
    const call = calls[nth]
    const reason = watcher.over() ?? 'interrupted'
    const isUnknown = call === undefined || watcher.isSilence(nth)
    return { index, call: isUnknown ? { status: 'unknown', reason } : call }
  })
}
