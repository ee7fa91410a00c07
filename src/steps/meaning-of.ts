import { fingerprint } from '../base/fingerprint.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import { programForm, webhookForm } from './marketo-form.ts'

/** The fingerprint of what a deployment means to Marketo: comments and layout do not count. */
export function meaningOf(compiled: CompiledProgram): string {
  const { program, webhooks } = compiled
  return fingerprint({
    webhooks: Object.fromEntries(webhooks.map((webhook) => [webhook.id, webhookForm(webhook)])),
    program: programForm(compiled),
    request: webhooks.map(({ request }) => [request?.schema, request?.referenced]),
    response: webhooks.map(({ response }) => [response?.schema, response?.referenced]),
    environment: program.environment.id.value,
  })
}
