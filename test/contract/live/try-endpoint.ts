import type { CompiledProgram } from '../../../src/compile/compiled-program.ts'
import type { ContractResult } from '../../../src/contract/contract-result.ts'
import type { LiveEndpoint } from '../../../src/contract/live/call-endpoint.ts'
import type { LoggedCall } from '../../../src/contract/live/call-log.ts'
import { testEndpoint, type EndpointTest } from '../../../src/contract/live/test-endpoint.ts'
import { memoryHost } from '../../../src/host/memory-host.ts'
import type { Answer } from '../../../src/emulate/answer.ts'
import type { ServerBehavior } from '../../../src/host/server.ts'
import { exampleProgram, exampleWorkspace } from '../../support/example-programs.ts'

export const SECRET = 'pl4nted-s3cret'

export interface Trying {
  readonly compiled?: CompiledProgram
  readonly runs?: number
  readonly path?: string
  readonly perSecond?: number
  readonly width?: number
  /** Ends the run at the call of that number. */
  readonly interruptAt?: number
}

export interface Tried {
  readonly test: EndpointTest
  readonly calls: readonly LoggedCall[]
  /** What the clock says after it all. */
  readonly milliseconds: number
}

/** Tests an endpoint that behaves so, in memory: waits cost no time. */
export async function tryEndpoint(behavior: ServerBehavior, trying: Trying = {}): Promise<Tried> {
  const host = memoryHost()
  const { origin } = await host.serve(behavior)
  const compiled = trying.compiled ?? exampleProgram('lead-sync', 'sandbox-emea')
  const [webhook] = compiled.webhooks
  if (webhook === undefined) throw new Error('a program without a webhook')
  const calls: LoggedCall[] = []
  const stop = new AbortController()
  const endpoint: LiveEndpoint = {
    url: origin,
    transport: host.transportTo(['127.0.0.1']),
    secretOf: () => SECRET,
    clock: host,
    width: trying.width ?? 20,
    perSecond: trying.perSecond,
    signal: stop.signal,
    log: (call) => {
      calls.push(call)
      if (calls.length === trying.interruptAt) stop.abort()
    },
  }
  const test = await testEndpoint({
    compiled,
    webhook,
    runs: trying.runs ?? 1500,
    seed: 1,
    path: trying.path,
    leads: exampleWorkspace().leads,
    endpoint,
    onProgress: () => undefined,
  })
  return { test, calls, milliseconds: host.now() }
}

export function resultOf({ test }: Tried): ContractResult {
  if (test.status !== 'tested') throw new Error(test.status)
  return test.result
}

/** `severity rule: message`, one a finding. */
export function findings(tried: Tried): readonly string[] {
  return resultOf(tried).failures.map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  )
}

export function answer(
  status: number,
  body: unknown = { status: 'error', message: 'no' },
  headers: readonly (readonly [string, string])[] = [],
): Answer {
  return {
    kind: 'respond',
    status,
    reason: 'As Told',
    headers: [['Content-Type', 'application/json; charset=utf-8'], ...headers],
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

export const SUCCESS: Answer = answer(200, { status: 'success', externalId: 'crm-1' })

/** The members of the body that lead-sync sends. */
export interface SentLead {
  readonly marketoId: number
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly company: string
}

/** An endpoint that answers a lead as told, and otherwise with a success. */
export function unless(
  special: (lead: SentLead, call: number) => Answer | undefined,
): ServerBehavior {
  let call = 0
  return ({ body }) => {
    call += 1
    return special(JSON.parse(body ?? ''), call) ?? SUCCESS
  }
}
