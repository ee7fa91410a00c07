import { bytesOf } from '../../capture/body-text.ts'
import type { CapturedCall } from '../../capture/captured-call.ts'
import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import { declaredPointer } from '../../receiver/declared-pointer.ts'
import { compileSchema } from '../../receiver/json-schema.ts'
import { checkRequest } from '../../receiver/service/check-request.ts'
import { leavesOf } from '../leaves-of.ts'
import type { CapturedFault } from './captured-fault.ts'
import { templatePlaces } from './template-places.ts'

/** Judges the captured requests of a webhook. The first wrong speaks for what follows from it. */
export type RequestJudge = (call: CapturedCall) => readonly CapturedFault[]

export function requestJudge(compiled: CompiledProgram, webhook: CompiledWebhook): RequestJudge {
  const places = templatePlaces(compiled, webhook)
  return (call) => {
    const { request, bodyBytes } = call
    if (request.method !== webhook.method) {
      return [otherThan(webhook, `the method is not ${webhook.method}`)]
    }
    const kept = bodyBytes === undefined ? {} : { bodyBytes }
    const bytes = bytesOf({ body: request.body, ...kept })
    const received = { request, bytes, isTooLarge: false, sender: '' }
    const verdict = checkRequest(webhook, received, () => undefined)
    if (verdict.status === 'refused' && verdict.refusal.code !== 'contract-broken') {
      const { code, message } = verdict.refusal
      return [
        code === 'body-unreadable' ? unreadable(webhook, message) : otherThan(webhook, message),
      ]
    }
    const other = structureFault(webhook, request.body ?? '', places)
    return other === undefined ? schemaFaults(webhook, request.body ?? '') : [other]
  }
}

function schemaFaults(webhook: CompiledWebhook, body: string): readonly CapturedFault[] {
  const { request } = webhook
  const reading = bodyFormatNamed(webhook.bodyFormat).readBody(body)
  const compiled = request && compileSchema(request, { allViolations: true })
  if (request === undefined || reading.status !== 'read' || compiled?.status !== 'compiled')
    return []
  return compiled.check(reading.value).map(({ path, message }) => {
    const place = declaredPointer(path, request)
    return {
      rule: 'body-matches-schema',
      severity: 'error',
      at: request.at,
      message: `${place === '' ? 'the body' : place} ${message}`,
      effect: 'the endpoint refuses a request that was really sent',
      help: `let the template send what "${request.path}" demands, or let the schema allow what is sent`,
    }
  })
}

function unreadable(webhook: CompiledWebhook, message: string): CapturedFault {
  return {
    rule: 'body-parses',
    severity: 'error',
    at: webhook.template?.text.at ?? webhook.at,
    // Where in the body it ends depends on the lead.
    message: message.replace(/, at byte \d+$/, ''),
    effect: 'the endpoint cannot read a request that was really sent',
    help: `if Marketo holds this template, see "hookbook test"; if it holds another, bring it up to date: hookbook plan`,
  }
}

function otherThan(webhook: CompiledWebhook, message: string): CapturedFault {
  return {
    rule: 'captured-as-defined',
    severity: 'error',
    at: webhook.at,
    message,
    effect: 'what Marketo sends is not what the definition says',
    help: 'look at the Custom Headers of the webhook in Marketo, or bring the definition up to date',
  }
}

/** The same members for everybody: others were sent by another template, or put in by a value. */
function structureFault(
  webhook: CompiledWebhook,
  body: string,
  places: ReadonlySet<string> | undefined,
): CapturedFault | undefined {
  if (places === undefined || webhook.template === undefined) return undefined
  const reading = bodyFormatNamed(webhook.bodyFormat).readBody(body)
  if (reading.status !== 'read') return undefined
  const sent = leavesOf(reading)
  const lacking = [...places].filter((place) => !sent.has(place))
  const hasMore = [...sent.keys()].some((place) => !places.has(place))
  if (lacking.length === 0 && !hasMore) return undefined
  return {
    rule: 'captured-as-defined',
    severity: 'error',
    at: webhook.template.text.at,
    message:
      lacking.length === 0
        ? 'the body has a member that the template does not send'
        : `the body lacks ${placeWords(lacking)}, which the template sends`,
    effect: 'what Marketo sends is not what the definition says',
    help: 'Marketo holds another template, or a value has put members in: compare the Template field, then run hookbook plan',
  }
}

/** More names say no more. */
const MOST_PLACES = 3

function placeWords(places: readonly string[]): string {
  const named = places.slice(0, MOST_PLACES).map((place) => place || 'its text')
  const more = places.length - named.length
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`
}
