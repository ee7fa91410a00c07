import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { answerExamples } from '../render/answer-examples.ts'
import { campaignEntries, homeEntries, webhookEntries } from '../render/form-entries.ts'
import { sampleRequest } from '../render/sample-request.ts'
import type { BlockValue } from './copy-values.ts'
import type { PageModel } from './page-model.ts'

/** Every value of the reference, in the order of its Markdown. */
export function referenceValues({ runbook }: PageModel): readonly BlockValue[] {
  const { context } = runbook
  const { webhooks, program } = context.compiled
  return [
    ...webhooks.flatMap((webhook) => webhookValues(webhook, runbook)),
    ...homeEntries(context).flatMap(({ entries }) => entries),
    ...program.campaigns.flatMap((campaign) => campaignEntries(campaign, context)),
  ]
}

/** Where the block stands that holds the file of a payload template. */
export function templateBlock({ id }: Pick<CompiledWebhook, 'id'>): string {
  return `payload-template-${id}`
}

/** Where the block stands that holds the file of a payload sample. */
export function sampleBlock({ id }: Pick<CompiledWebhook, 'id'>): string {
  return `payload-sample-${id}`
}

function webhookValues(
  webhook: CompiledWebhook,
  { context }: PageModel['runbook'],
): readonly BlockValue[] {
  const sample = sampleRequest(webhook, context.compiled.program, context.sample)?.body
  return [
    ...webhookEntries(webhook, context).map((entry) =>
      entry.label === 'Template' ? { ...entry, id: templateBlock(webhook) } : entry,
    ),
    ...(sample === undefined
      ? []
      : [{ label: 'Payload of the sample', value: sample, id: sampleBlock(webhook) }]),
    ...answerExamples(webhook).map(({ title, body }) => ({ label: title, value: body })),
  ]
}
