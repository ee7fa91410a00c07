import type { TimedAct } from '../campaign/act.ts'
import { firstCall } from '../model/calls.ts'

/** What has become of the calls of one webhook, as far as promises ask. */
export interface CallWatch {
  readonly last: 'none' | 'success' | 'failure'
  /** Whether the last failure may pass by itself. */
  readonly mayPass: boolean
  /** A call has failed, and nobody has been told. */
  readonly isUntold: boolean
  /** The last call has failed, and the person stands nowhere where people look. */
  readonly isLost: boolean
  /** Nothing has come from outside since the last call: the next one repeats it. */
  readonly isRepeat: boolean
  /** Work that was done without Marketo's knowing: by what the endpoint knows it again. */
  readonly done: DoneWork | undefined
}

export interface DoneWork {
  readonly key: string | undefined
  readonly minute: number
}

/** By the id of the webhook. */
export type Watch = Readonly<Record<string, CallWatch>>

const NOTHING: CallWatch = {
  last: 'none',
  mayPass: false,
  isUntold: false,
  isLost: false,
  isRepeat: false,
  done: undefined,
}

export function watchOf(watch: Watch, webhook: string): CallWatch {
  return watch[webhook] ?? NOTHING
}

/** What is known after something has happened. */
export function watchAct(watch: Watch, act: TimedAct): Watch {
  switch (act.kind) {
    case 'called':
      return { ...watch, [act.webhook]: afterCall(act) }
    case 'alerted':
      return each(watch, { isUntold: false })
    case 'listed':
      return each(watch, { isLost: false })
    case 'moved':
      return each(watch, { isLost: false })
    case 'changed':
      return tellsOfFailure(act) ? each(watch, { isLost: false }) : watch
    case 'occurred':
      return each(
        watch,
        act.occurrence.kind === 'again'
          ? { isRepeat: false }
          : { isRepeat: false, done: undefined },
      )
    case 'deleted':
      return {}
    default:
      return watch
  }
}

/** A status that a campaign sets which does not call itself; a count tells nobody anything. */
function tellsOfFailure({
  by,
  to,
  campaign,
}: Extract<TimedAct, { readonly kind: 'changed' }>): boolean {
  const isStatus = by === 'step' && typeof to === 'string'
  return isStatus && campaign !== undefined && firstCall(campaign) < 0
}

type Called = Extract<TimedAct, { readonly kind: 'called' }>

function afterCall({ isSuccess, end, key, minute }: Called): CallWatch {
  if (isSuccess) return { ...NOTHING, last: 'success', isRepeat: true }
  return {
    last: 'failure',
    mayPass: end.mayPass,
    isUntold: true,
    isLost: true,
    isRepeat: true,
    done: end.isDone ? { key, minute } : undefined,
  }
}

function each(watch: Watch, change: Partial<CallWatch>): Watch {
  return Object.fromEntries(
    Object.entries(watch).map(([webhook, own]) => [webhook, { ...own, ...change }]),
  )
}
