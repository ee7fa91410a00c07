import type { CapturedCall } from './captured-call.ts'

/** A call as the line that is appended to a captures file, with what ends it: the same call always gives the same bytes. */
export function encodeCapture(call: CapturedCall): string {
  const { version, id, at, sender, webhook, request, bodyBytes, fault, repeats, answer } = call
  const line = {
    version,
    id,
    at: new Date(at).toISOString(),
    sender,
    webhook: webhook && {
      program: webhook.program,
      environment: webhook.environment,
      id: webhook.id,
    },
    request: {
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body,
    },
    bodyBytes,
    fault,
    repeats,
    answer: answer && {
      status: answer.status,
      reason: answer.reason,
      headers: answer.headers,
      body: answer.body,
      bodyBytes: answer.bodyBytes,
    },
  }
  return `${JSON.stringify(line)}\n`
}
