import type { Exchange, HttpRequest, Transport } from '../../emulate/call.ts'
import { LIMITS } from '../../marketo/limits.ts'
import { doubt, fails, ok, type Health } from './health.ts'

/** The same harmless request without what proves the sender, and with it. */
export interface Preflight {
  readonly bare: HttpRequest
  /** Undefined where no secret is sent, or its value is not known here. */
  readonly proving: HttpRequest | undefined
}

const DEADLINE = { milliseconds: LIMITS.timeoutMilliseconds }

/** An answer that takes longer leaves little of the 30 seconds. */
const SLOW_MS = 10_000

/** Asks what may be asked for: nothing is changed by that (RFC 9110, 9.2.1), and nothing is written to a lead. */
export async function preflight({ bare, proving }: Preflight, send: Transport): Promise<Health> {
  const without = await send(bare, DEADLINE)
  if (without.status !== 'answered') return unanswered(without)
  if (proving === undefined) return judgeAlone(without)
  const withSecret = await send(proving, DEADLINE)
  if (withSecret.status !== 'answered') return unanswered(withSecret)
  return judgeBoth(without, withSecret)
}

type Answered = Extract<Exchange, { readonly status: 'answered' }>

const TITLE = 'preflight'

function unanswered(exchange: Exclude<Exchange, Answered>): Health {
  return fails(TITLE, exchange.status === 'timed-out' ? 'no answer in 30 s' : exchange.reason)
}

/** What a gateway says when nobody stands behind it. */
const NOBODY_BEHIND: readonly number[] = [502, 503, 504]

const UNPROVED: readonly number[] = [401, 403]

function judgeAlone({ response: { status }, milliseconds }: Answered): Health {
  const words = `OPTIONS is answered with ${status}${timeWords(milliseconds)}`
  if (NOBODY_BEHIND.includes(status)) return fails(TITLE, words)
  return milliseconds > SLOW_MS ? doubt(TITLE, `${words}: slow`) : ok(TITLE, words)
}

/** A secret is proven only where it makes a difference. */
function judgeBoth(bare: Answered, proving: Answered): Health {
  const [without, withSecret] = [bare.response.status, proving.response.status]
  const words = `OPTIONS with the secret is answered with ${withSecret}${timeWords(proving.milliseconds)}, without it with ${without}`
  if (NOBODY_BEHIND.includes(withSecret)) return fails(TITLE, words)
  const [wasRefused, isRefused] = [without, withSecret].map((status) => UNPROVED.includes(status))
  if (isRefused === true) {
    return wasRefused === true
      ? doubt(TITLE, `${words}: the secret is refused, or OPTIONS is; --send tells which`)
      : fails(TITLE, `${words}: the secret is refused`)
  }
  if (wasRefused === true) return ok(TITLE, `${words}: the secret is accepted`)
  const slow = proving.milliseconds > SLOW_MS
  const said = `${words}: reached, and nothing is said of the secret (--send tells)`
  return slow ? doubt(TITLE, `${said}; slow`) : ok(TITLE, said)
}

function timeWords(milliseconds: number): string {
  return ` in ${Math.round(milliseconds)} ms`
}
