import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import { compileSchema } from '../receiver/json-schema.ts'
import type { CheckSubject } from './check.ts'
import { subjectOf } from './render-case.ts'

/** A webhook with its request schema made ready: what its requests are held against. */
export function checkSubject(webhook: CompiledWebhook): CheckSubject {
  const schema = webhook.request === undefined ? undefined : compileSchema(webhook.request)
  return subjectOf(webhook, {
    bodyFormat: bodyFormatNamed(webhook.bodyFormat),
    schema: schema?.status === 'compiled' ? schema.check : undefined,
  })
}
