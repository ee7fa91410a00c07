import { stableJson } from '../base/stable-json.ts'
import type { CompiledProgram, CompiledText, CompiledWebhook } from '../compile/compiled-program.ts'

/** A webhook as one revision of its definition has it. */
export interface Revision {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
}

/** The old form of Marketo with the new endpoint. */
export function endpointFirst(before: Revision, { webhook: after }: Revision): Revision {
  const { request, response } = after
  return { ...before, webhook: { ...before.webhook, request, response } }
}

/** The new form of Marketo with the old endpoint. */
export function marketoFirst({ webhook: before }: Revision, after: Revision): Revision {
  const { request, response } = before
  return { ...after, webhook: { ...after.webhook, request, response } }
}

/** Whether both send the same body for every lead. */
export function isSameForm(before: Revision, after: Revision): boolean {
  return sentMeaning(before) === sentMeaning(after)
}

function sentMeaning({ compiled, webhook }: Revision): string {
  const { typedTemplate, encoding, bodyFormat, template } = webhook
  const { home, pinnedAssumptions } = compiled.program
  return stableJson({
    typedTemplate,
    encoding,
    bodyFormat,
    fields: template === undefined ? [] : fieldsOf(template),
    tokens: (home?.tokens ?? []).map(({ name, type, value }) => [
      name.value,
      type.value,
      value.value,
    ]),
    pinned: pinnedAssumptions.map(({ id, value }) => [id.value, value.value]),
  })
}

function fieldsOf({ parts }: CompiledText): readonly unknown[] {
  return parts.flatMap((part) => (part.kind === 'token' ? [[part.key, part.field]] : []))
}

/** Whether both make the same of every answer. */
export function isSameReading(
  { webhook: before }: Revision,
  { webhook: after }: Revision,
): boolean {
  return readMeaning(before) === readMeaning(after)
}

function readMeaning({ responseType, mappings, success }: CompiledWebhook): string {
  return stableJson({
    responseType,
    success: success && [success.path.value, success.equals.value],
    mappings: mappings.map(({ path, fieldName, field }) => [path.value, fieldName.value, field]),
  })
}

/** Everything that a comparison of contracts asks of a revision. */
export function contractMeaning(revision: Revision): unknown {
  const { compiled, webhook } = revision
  const { id, campaigns, guarantees } = compiled.program
  return {
    program: id.value,
    webhook: webhook.id,
    sent: sentMeaning(revision),
    read: readMeaning(webhook),
    schemas: [webhook.request, webhook.response].map((contract) => [
      contract?.path,
      contract?.schema,
      contract?.referenced,
    ]),
    deciding: [campaigns, guarantees],
  }
}
