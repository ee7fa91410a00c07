import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import { respond, type Answer } from './answer.ts'
import { compileSchema, type SchemaCheck } from './json-schema.ts'
import { sampleResponse } from './sample-response.ts'
import { writeBody } from './write-body.ts'

/** An endpoint as the contract has it: the same request always gets the same answer. */
export type Receiver = (request: HttpRequest) => Answer

/** Checks a request as a strict endpoint would, and answers with a sample of the response schema. */
export function makeReceiver(webhook: CompiledWebhook): Receiver {
  const compiled = webhook.request === undefined ? undefined : compileSchema(webhook.request)
  const check = compiled?.status === 'compiled' ? compiled.check : undefined
  const success = writeBody(webhook, sampleResponse(webhook))
  return (request) =>
    refusal(webhook, request, check) ?? respond(200, success.mediaType, success.body)
}

function refusal(
  webhook: CompiledWebhook,
  request: HttpRequest,
  check: SchemaCheck | undefined,
): Answer | undefined {
  const refuse = (status: number, message: string): Answer => {
    const { mediaType, body } = writeBody(webhook, { error: { status: 'error', message } })
    return respond(status, mediaType, body)
  }
  if (request.method !== webhook.method) return refuse(405, `${webhook.method} is expected`)
  for (const { name } of webhook.headers) {
    if (
      !request.headers.some(
        ([own, value]) => own.toLowerCase() === name.toLowerCase() && value !== '',
      )
    ) {
      return refuse(401, `the header ${name} is missing`)
    }
  }
  if (webhook.template === undefined) return undefined
  const reading = bodyFormatNamed(webhook.bodyFormat).readBody(request.body ?? '')
  if (reading.status === 'unreadable')
    return refuse(400, `the body cannot be read: ${reading.reason}`)
  const [violation] = check?.(reading.value) ?? []
  return violation === undefined
    ? undefined
    : refuse(422, `${violation.path || 'the body'} ${violation.message}`)
}
