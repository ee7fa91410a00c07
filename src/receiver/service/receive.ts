import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Answer } from '../../emulate/answer.ts'
import type { AnswerMemory } from './answer-memory.ts'
import { callKey, type ReadRequest } from './call-key.ts'
import { checkRequest, type ReceivedRequest } from './check-request.ts'
import { chooseFault, faultAnswer, type FaultPlan } from './fault-plan.ts'
import { leadsTo, pathOfTarget, type PathTest } from './leads-to.ts'
import { refusalReply, type Refusal } from './refusal.ts'
import type { ServedWebhook } from './served-webhook.ts'
import { successReply } from './success-reply.ts'

/** What has become of a request. */
export interface Reception {
  /** Undefined where no route led to a webhook. */
  readonly served: ServedWebhook | undefined
  readonly end: ReceptionEnd
  readonly answer: Answer
}

export type ReceptionEnd =
  | { readonly kind: 'done' }
  /** The same fact as an earlier call, by its id: the work is not done twice. */
  | { readonly kind: 'repeated'; readonly call: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly fault: string }

/** Everything that decides how requests are received. */
export interface ReceptionRules {
  readonly webhooks: readonly ServedWebhook[]
  /** The value of a secret of a webhook; undefined where it is not known. */
  readonly secretOf: (served: ServedWebhook, secret: string) => string | undefined
  readonly maySend: (address: string) => boolean
  readonly faults: FaultPlan
  readonly memory: AnswerMemory
}

/** Receives a request; `call` is the id under which it is known from now on. */
export type Receive = (received: ReceivedRequest, call: string) => Reception

interface Route {
  readonly served: ServedWebhook
  readonly isPath: PathTest
}

/** The endpoints of some webhooks, at one address. */
export function openReception(rules: ReceptionRules): Receive {
  const routes = rules.webhooks.map((served) => ({ served, isPath: leadsTo(served.webhook) }))
  let nth = 0
  return (received, call) => {
    const found = findRoute(routes, received, rules)
    if (found.status === 'refused') return refused(found.refusal, found.served, found.allow)
    const { served, value } = found
    nth += 1
    const choice = chooseFault(rules.faults, received.request, { webhook: served.webhook, nth })
    switch (choice.status) {
      case 'unknown':
        return refused({ code: 'no-such-fault', message: NO_SUCH_FAULT }, served)
      case 'fault': {
        const { fault } = choice
        const answer = faultAnswer(fault, served.webhook)
        return { served, end: { kind: 'fault', fault: fault.id }, answer }
      }
      case 'none':
        return doWork(served, { value, request: received.request, call }, rules.memory)
    }
  }
}

const NO_SUCH_FAULT = 'there is no such fault; the command lists those that there are'

function doWork(
  served: ServedWebhook,
  { value, request, call }: ReadRequest & { readonly call: string },
  memory: AnswerMemory,
): Reception {
  const key = callKey(served, { value, request })
  const given = key === undefined ? undefined : memory.find(key)
  if (given !== undefined) {
    return { served, end: { kind: 'repeated', call: given.call }, answer: given.reply }
  }
  const reply = successReply(served.webhook, call)
  if (key !== undefined) memory.keep(key, { call, reply })
  return { served, end: { kind: 'done' }, answer: reply }
}

type Found =
  | { readonly status: 'accepted'; readonly served: ServedWebhook; readonly value: unknown }
  | {
      readonly status: 'refused'
      readonly refusal: Refusal
      readonly served: ServedWebhook | undefined
      readonly allow?: readonly string[]
    }

/** Of webhooks that share a path and a method, the first that takes the request. */
function findRoute(
  routes: readonly Route[],
  received: ReceivedRequest,
  { maySend, secretOf }: ReceptionRules,
): Found {
  const { request, sender } = received
  if (!maySend(sender)) {
    const message = 'this address is not one that may call'
    return {
      status: 'refused',
      refusal: { code: 'sender-not-allowed', message },
      served: undefined,
    }
  }
  const path = pathOfTarget(request.url)
  const here = routes.filter(({ isPath }) => isPath(path)).map(({ served }) => served)
  const methods = [...new Set(here.map(({ webhook }) => webhook.method))]
  const own = here.filter(({ webhook }) => webhook.method === request.method)
  if (here.length === 0) {
    const message = 'no webhook calls this path'
    return { status: 'refused', refusal: { code: 'no-such-path', message }, served: undefined }
  }
  let first: Found | undefined
  for (const served of own) {
    const verdict = checkRequest(served.webhook, received, (id) => secretOf(served, id))
    if (verdict.status === 'accepted') return { ...verdict, served }
    first ??= { ...verdict, served }
  }
  const message = `${methods.join(' or ')} is expected`
  return (
    first ?? {
      status: 'refused',
      refusal: { code: 'wrong-method', message },
      served: here[0],
      allow: methods,
    }
  )
}

function refused(
  refusal: Refusal,
  served: ServedWebhook | undefined,
  allow: readonly string[] = [],
): Reception {
  const headers = allow.length === 0 ? [] : [['Allow', allow.join(', ')] as const]
  const answer = refusalReply(refusal, webhookOf(served), headers)
  return { served, end: { kind: 'refused', refusal }, answer }
}

function webhookOf(served: ServedWebhook | undefined): CompiledWebhook | undefined {
  return served?.webhook
}
