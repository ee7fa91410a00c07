import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Reply } from '../emulate/answer.ts'
import { respond } from './answer.ts'
import { sampleResponse } from './sample-response.ts'
import { writeBody } from './write-body.ts'

/** What the endpoint answers when all is well: the sample of the response schema, with the status asked for. */
export function usualAnswer(webhook: CompiledWebhook, status = 200): Reply {
  return answerWith(webhook, sampleResponse(webhook), status)
}

/** The same answer with another value in its body. */
export function answerWith(webhook: CompiledWebhook, value: unknown, status = 200): Reply {
  const { mediaType, body } = writeBody(webhook, value)
  return respond(status, mediaType, body)
}
