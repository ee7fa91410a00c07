import type { Burst } from '../burst/burst.ts'
import { serviceOf, type Ending, type ServedCall } from '../burst/burst-call.ts'
import { summarizeCalls, type BurstOutcome } from '../burst/burst-outcome.ts'
import { driveBurst, type MadeCall } from '../burst/drive-burst.ts'
import {
  compareFigures,
  largestError,
  TOLERANCE,
  type Verification,
} from '../burst/verification.ts'
import type { Answer } from '../emulate/answer.ts'
import type { Exchange, HttpRequest, Transport } from '../emulate/call.ts'
import type { Host } from '../host/host.ts'
import { OtherSideError } from './command.ts'

/** What a real run needs of the world. */
export type VerifyingHost = Pick<Host, 'serve' | 'transportTo' | 'now' | 'sleep'>

export interface Verifying {
  readonly host: VerifyingHost
  /** How long the first run is to take at least, in milliseconds. */
  readonly leastRun?: number
  readonly onProgress: (made: number) => void
}

/** How much slower a run is made that this machine could not keep up with. */
const SLOWER = 2
const MOST_RUNS = 3

/**
 * Makes a burst for real until it agrees with the simulation. A busy machine delays every call by as much
 * however long it takes: its part of the error becomes smaller the slower the run is made. What the
 * simulation itself is wrong by does not, and a run that was faster than simulated is never repeated.
 */
export async function verifyBurst(
  burst: Burst,
  simulated: BurstOutcome,
  { host, leastRun = LEAST_RUN, onProgress }: Verifying,
): Promise<Verification> {
  const [first, longest] = [
    scaleFor(simulated, leastRun),
    LONGEST_RUN / Math.max(1, simulated.drain),
  ]
  let verification = await runForReal(burst, simulated, { host, scale: first, onProgress })
  for (let run = 1; run < MOST_RUNS && isDelayed(verification); run++) {
    const scale = Math.min(longest, verification.scale * SLOWER)
    if (scale <= verification.scale) break
    verification = await runForReal(burst, simulated, { host, scale, onProgress })
  }
  return verification
}

/** Off, and nowhere because reality was faster. */
function isDelayed(verification: Verification): boolean {
  if (largestError(verification) <= TOLERANCE) return false
  return verification.rows.every(
    ({ simulated, measured, error }) => measured >= simulated || error <= TOLERANCE,
  )
}

interface RealRun {
  readonly host: VerifyingHost
  /** A millisecond of the simulation takes so many. */
  readonly scale: number
  readonly onProgress: (made: number) => void
}

/** To an endpoint on this machine that takes as long as the simulated one. */
async function runForReal(
  burst: Burst,
  simulated: BurstOutcome,
  run: RealRun,
): Promise<Verification> {
  const { host } = run
  const endpoint = slowEndpoint(burst, run.scale, host.now)
  const server = await host.serve(endpoint.answer)
  try {
    const send = sender(burst, { ...run, origin: server.origin }, host.transportTo(['127.0.0.1']))
    await warmUp(burst, send)
    const calls = await realCalls(burst, run, send)
    const rows = compareFigures(simulated, summarizeCalls(burst, calls))
    return { scale: run.scale, calls: calls.length, mostOpen: endpoint.mostOpen(), rows }
  } finally {
    await server.close()
  }
}

/** As fast as this machine makes calls without being busy with itself, and no longer than a minute. */
const CALLS_A_SECOND = 300
const LEAST_RUN = 5_000
const LONGEST_RUN = 60_000

/** More would not be made for real in the longest run. */
export const MOST_REAL_CALLS: number = (LONGEST_RUN / 1_000) * CALLS_A_SECOND

/** How much slower or faster than simulated a real run is made, so that it ends in some seconds. */
export function scaleFor({ drain, counts }: BurstOutcome, leastRun: number): number {
  const wanted = Math.max(leastRun, (counts.calls * 1_000) / CALLS_A_SECOND)
  return Math.min(wanted, LONGEST_RUN) / Math.max(1, drain)
}

interface SlowEndpoint {
  readonly answer: (request: HttpRequest) => Answer
  /** As many calls as were open at the same time. */
  readonly mostOpen: () => number
}

/** Timers may go off a moment before their time. */
const EARLY = 2

/** Draws what it does with a call from the same seed, and looks itself at how many calls are open. */
function slowEndpoint(burst: Burst, scale: number, now: () => number): SlowEndpoint {
  let open: readonly number[] = []
  let most = 0
  return {
    answer: ({ url }) => {
      const call = callAt(url)
      if (call === undefined) return reply(200, 0)
      const { ending, duration } = serviceOf(burst, call)
      const time = now()
      const taken = Math.round(duration * scale)
      open = [...open.filter((end) => end > time), time + taken - EARLY]
      most = Math.max(most, open.length)
      if (ending === 'timed-out') return { kind: 'hang' }
      return reply(ending === 'answered' ? 200 : 500, taken)
    },
    mostOpen: () => most,
  }
}

function reply(status: number, silence: number): Answer {
  const reason = status === 200 ? 'OK' : 'Internal Server Error'
  const pace = { silence, head: 0, body: 0 }
  return { kind: 'respond', status, reason, headers: [], body: '{}', pace }
}

/** What decides about a call, as a path. */
function pathOf({ person, road, step, attempt, webhook }: ServedCall): string {
  return `/${[person, road, step, attempt, webhook].join('/')}`
}

function callAt(path: string): ServedCall | undefined {
  const numbers = path.slice(1).split('/').map(Number)
  const [person = NaN, road = NaN, step = NaN, attempt = NaN, webhook = NaN] = numbers
  if ([person, road, step, attempt, webhook].some((number) => !Number.isInteger(number)))
    return undefined
  return { person, road, step, attempt, webhook }
}

type Send = (path: string) => Promise<Exchange>

function sender(
  { timeout }: Burst,
  { origin, scale }: RealRun & { readonly origin: string },
  transport: Transport,
): Send {
  return (path) =>
    transport(
      { method: 'POST', url: `${origin}${path}`, headers: [], body: '{}' },
      { milliseconds: timeout * scale },
    )
}

/** Connections are opened before the clock starts: Marketo keeps its own, and nobody measures this machine. */
async function warmUp({ width }: Burst, send: Send): Promise<void> {
  const exchanges = await Promise.all(Array.from({ length: width }, () => send('/warm-up')))
  for (const exchange of exchanges) endingOf(exchange)
}

/** The same burst on the real clock, which is read in the time of the simulation. */
function realCalls(
  burst: Burst,
  { host, scale, onProgress }: RealRun,
  send: Send,
): Promise<readonly MadeCall[]> {
  const begun = host.now()
  const now = (): number => (host.now() - begun) / scale
  const made: MadeCall[] = []
  return new Promise((resolve, reject) => {
    let pending = 0
    let isBroken = false
    const follow = <T>(wait: Promise<T>, act: (result: T) => void): void => {
      pending += 1
      void wait
        .then((result) => {
          // Whoever comes after the run has broken off finds nothing going on.
          if (!isBroken) act(result)
          pending -= 1
          if (pending === 0) resolve(made)
          return undefined
        })
        .catch((error: unknown) => {
          isBroken = true
          reject(error)
        })
    }
    driveBurst(burst, {
      now,
      at: (time, act) => {
        const wait = (time - now()) * scale
        follow(wait > 0 ? host.sleep(wait) : Promise.resolve(), act)
      },
      serve: (call, onEnd) => {
        follow(send(pathOf(call)), (exchange) => onEnd(endingOf(exchange)))
      },
      onMade: (call) => {
        made.push(call)
        onProgress(made.length)
      },
    })
  })
}

function endingOf(exchange: Exchange): Ending {
  switch (exchange.status) {
    case 'answered':
      return exchange.response.status === 200 ? 'answered' : 'failed'
    case 'timed-out':
      return 'timed-out'
    case 'unreachable':
      throw new OtherSideError(
        `the endpoint on this machine was not reached (${exchange.reason}); nothing is verified`,
      )
  }
}
