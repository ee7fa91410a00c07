import type { AnswerTo, CapturedSubject } from '../contract/captured/judge-captures.ts'
import { replayedRequest } from '../contract/captured/replayed-request.ts'
import type { Exchange } from '../emulate/call.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { Workspace } from '../model/workspace.ts'
import { aimAt, checkEndpoint, refuseProduction } from './aim-endpoint.ts'
import { OtherSideError, type CommandContext } from './command.ts'
import type { LiveWords } from './live-words.ts'
import { callPolicy, openEndpoint } from './open-endpoint.ts'
import { readSecrets } from './secret-values.ts'

/** A live endpoint to which captured requests are sent again. */
export interface Replay {
  readonly subject: CapturedSubject
  readonly answerTo: AnswerTo
  /** Throws where nothing has answered at all: that says nothing about any request. */
  readonly checkReached: () => void
  readonly isInterrupted: () => boolean
  readonly close: () => void
}

export interface ReplayWords extends Pick<LiveWords, 'allowHost' | 'allowProduction'> {
  readonly endpoint: string
  readonly env?: string
  readonly webhook?: string
}

/** Opens the endpoint as `test --endpoint` does, and under the same rules. */
export async function openReplay(
  names: readonly string[],
  words: ReplayWords,
  { all, context }: { readonly all: Workspace; readonly context: CommandContext },
): Promise<Replay> {
  const { endpoint } = words
  const subject = aimAt(names, { env: words.env, webhook: words.webhook }, all)
  const url = checkEndpoint(endpoint, subject)
  if (words.allowProduction !== true) refuseProduction(url, all)
  const transport = await openEndpoint(
    endpoint,
    callPolicy(all.project, words.allowHost),
    context.host,
  )
  const secretOf = readSecrets(subject.webhook, subject.compiled, all.project, context)
  const stop = new AbortController()
  const release = context.host.onInterrupt(() => stop.abort())
  const deadline = { milliseconds: LIMITS.timeoutMilliseconds, signal: stop.signal }
  let lost: string | undefined
  let isReached = false
  const note = (exchange: Exchange): void => {
    if (exchange.status === 'answered') isReached = true
    else lost = exchange.status === 'unreachable' ? exchange.reason : 'it does not answer in time'
  }
  return {
    subject,
    answerTo: async (call) => {
      if (stop.signal.aborted) return undefined
      const request = replayedRequest(subject.webhook, call, { endpoint, secretOf })
      const exchange = await transport(request, deadline)
      if (stop.signal.aborted) return undefined
      note(exchange)
      return exchange
    },
    checkReached: () => {
      if (isReached || lost === undefined) return
      throw new OtherSideError(`the endpoint ${endpoint} is not ready: ${lost}`)
    },
    isInterrupted: () => stop.signal.aborted,
    close: release,
  }
}
