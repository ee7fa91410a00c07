import { visibleText } from '../../base/visible-text.ts'
import type { DemandView } from '../../browser/received/call-view.ts'
import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import { compileSchema } from '../../receiver/json-schema.ts'
import type { RefusalCode } from '../../receiver/service/refusal.ts'
import type { ReceptionEnd } from '../../receiver/service/receive.ts'

/** A request that has been looked at. */
export interface JudgedRequest {
  readonly webhook: CompiledWebhook | undefined
  readonly end: ReceptionEnd
  readonly body: string
  readonly isSecretChecked: boolean
}

interface Demand {
  readonly name: (request: JudgedRequest) => string
  /** Every request when not given. */
  readonly isFor?: (webhook: CompiledWebhook | undefined) => boolean
  /** The refusals of a request that does not meet it. */
  readonly codes: readonly RefusalCode[]
}

/** In the order in which they are looked at. */
const DEMANDS: readonly Demand[] = [
  { name: () => 'the sender may call', codes: ['sender-not-allowed'] },
  { name: () => 'path and method are those of a webhook', codes: ['no-such-path', 'wrong-method'] },
  {
    name: ({ webhook, isSecretChecked }) => {
      if (webhook?.headers.some(({ kind }) => kind === 'secret') === false)
        return 'the headers are there'
      return isSecretChecked
        ? 'the headers are there, and the secret is the agreed one'
        : 'the headers are there; whether the secret is the agreed one is not known here'
    },
    codes: ['secret-missing', 'secret-wrong', 'header-missing', 'wrong-content-type'],
  },
  {
    name: ({ webhook }) =>
      webhook === undefined
        ? 'the body can be read'
        : `the body is ${bodyFormatNamed(webhook.bodyFormat).title} that can be read`,
    isFor: (webhook) => webhook === undefined || webhook.template !== undefined,
    codes: ['body-too-large', 'body-unreadable'],
  },
  {
    name: () => 'the body fits the request schema',
    isFor: (webhook) =>
      webhook === undefined || (webhook.template !== undefined && webhook.request !== undefined),
    codes: ['contract-broken'],
  },
]

/** What the contract demands of a request, and whether it is met. */
export function demandsOf(judged: JudgedRequest): readonly DemandView[] {
  const { webhook, end, body } = judged
  const refusal = end.kind === 'refused' ? end.refusal : undefined
  const demands = DEMANDS.filter(({ isFor }) => isFor?.(webhook) ?? true)
  const broken = demands.findIndex(
    ({ codes }) => refusal !== undefined && codes.includes(refusal.code),
  )
  return demands.map(({ name }, nth): DemandView => {
    const state = stateOf(nth, broken)
    const faults = state === 'broken' ? faultsOf(webhook, refusal, body) : []
    return { name: name(judged), state, faults }
  })
}

function stateOf(nth: number, broken: number): DemandView['state'] {
  if (broken === -1 || nth < broken) return 'met'
  return nth === broken ? 'broken' : 'not-looked-at'
}

/** Longer lists say no more. */
const MOST_FAULTS = 20

/** Everything that the schema has against a body, and not only the first of it. */
function faultsOf(
  webhook: CompiledWebhook | undefined,
  refusal: { readonly code: RefusalCode; readonly message: string } | undefined,
  body: string,
): readonly string[] {
  const message = refusal?.message ?? ''
  if (refusal?.code !== 'contract-broken' || webhook?.request === undefined) return [message]
  const reading = bodyFormatNamed(webhook.bodyFormat).readBody(body)
  const compiled = compileSchema(webhook.request, { allViolations: true })
  if (reading.status !== 'read' || compiled.status !== 'compiled') return [message]
  const all = compiled
    .check(reading.value)
    .map(({ path, message: words }) => visibleText(`${path === '' ? 'the body' : path} ${words}`))
  return [...new Set(all)].slice(0, MOST_FAULTS)
}
