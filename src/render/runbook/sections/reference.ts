import type { CompiledMapping, CompiledWebhook } from '../../../compile/compiled-program.ts'
import { bodyFormatNamed } from '../../../marketo/body-formats/body-formats.ts'
import { fieldTypeNamed } from '../../../marketo/field-types/field-types.ts'
import { OUTBOUND_ADDRESSES } from '../../../marketo/outbound-addresses.ts'
import type { Program } from '../../../model/program.ts'
import type { CopyValue } from '../../../steps/step.ts'
import { cellCode, codeBlock, escapeMarkdown, type Markdown } from '../../markdown.ts'
import { campaignEntries, homeEntries, webhookEntries } from '../../form-entries.ts'
import { sampleRequest } from '../../sample-request.ts'
import { signLines } from '../../sign-lines.ts'
import { burstGrounds, burstRows } from '../burst-rows.ts'
import { limitRows } from '../limit-rows.ts'
import { answerExamples } from '../../answer-examples.ts'
import { section, type PageInput, type Section } from '../section.ts'
import type { View } from '../../view.ts'

const ENTRY = { label: 'text', block: 'text' } as const

export const REFERENCE: Section = section({
  number: 13,
  name: 'reference',
  title: 'Reference',
  shape: {
    webhooks: [
      {
        heading: 'text',
        entries: [ENTRY],
        lead: 'text',
        sample: 'text',
        sampleFile: 'text',
        templateFile: 'text',
        mappings: [
          { path: 'text', field: 'text', displayName: 'text', type: 'text', length: 'text' },
        ],
        answers: [{ title: 'text', block: 'text', effect: 'text' }],
        signs: ['text'],
      },
    ],
    home: [{ title: 'text', entries: [ENTRY] }],
    campaigns: [{ heading: 'text', entries: [ENTRY] }],
    limits: [{ what: 'text', limit: 'text', note: 'text' }],
    bursts: [{ leads: 'text', atATime: 'text', done: 'text', longest: 'text' }],
    burstGrounds: ['text'],
    burstCommand: 'text',
    asOf: 'text',
    source: 'text',
    addresses: 'text',
  },
  view: (input) => {
    const { compiled } = input.context
    return {
      webhooks: compiled.webhooks.map((webhook) => webhookView(webhook, input)),
      home: homeEntries(input.context).map(({ title, entries }) => ({
        title,
        entries: entries.map(entryView),
      })),
      campaigns: compiled.program.campaigns.map((campaign) => ({
        heading: heading(`Campaign ${campaign.name.value}: every value`),
        entries: campaignEntries(campaign, input.context).map(entryView),
      })),
      limits: limitRows(compiled).map(({ what, limit, note }) => ({ what, limit, note })),
      bursts: burstRows(compiled).map(({ leads, atATime, done, longest }) => ({
        leads,
        atATime,
        done,
        longest,
      })),
      burstGrounds: burstGrounds(compiled),
      burstCommand: codeBlock(burstCommand(compiled.program), 'sh'),
      asOf: OUTBOUND_ADDRESSES.asOf,
      source: OUTBOUND_ADDRESSES.source,
      addresses: codeBlock(
        [...OUTBOUND_ADDRESSES.blocks, ...OUTBOUND_ADDRESSES.addresses].join('\n'),
        'text',
      ),
    }
  },
})

function webhookView(webhook: CompiledWebhook, { context, folderOf }: PageInput) {
  const request = sampleRequest(webhook, context.compiled.program, context.sample)
  const file = `${folderOf(webhook)}/${webhook.id}`
  const extension = bodyFormatNamed(webhook.bodyFormat).fileExtension
  const hasTemplate = webhook.typedTemplate !== undefined
  return {
    heading: heading(`Webhook ${webhook.name}: every value`),
    entries: webhookEntries(webhook, context).map(entryView),
    lead: context.sample?.name ?? '',
    sample: request?.body === undefined ? '' : codeBlock(request.body, webhook.bodyFormat),
    sampleFile: hasTemplate ? link(`${file}.sample.${extension}`) : '',
    templateFile: hasTemplate ? link(`${file}.template.${extension}`) : '',
    mappings: webhook.mappings.map(mappingView),
    answers: answerExamples(webhook).map(({ title, body, effect }) => ({
      title,
      block: codeBlock(body, webhook.responseType === 'XML' ? 'xml' : 'json'),
      effect,
    })),
    signs: signLines(webhook, context.compiled),
  } satisfies View
}

function mappingView({ path, fieldName, field }: CompiledMapping) {
  const type = field === undefined ? undefined : fieldTypeNamed(field.type)
  const length = field?.length ?? type?.maxLength
  return {
    path: cellCode(path.value),
    field: cellCode(fieldName.value),
    displayName: field?.displayName ?? '',
    type: type?.title ?? '',
    length: length === undefined ? '' : `${length} characters`,
  } satisfies View
}

function entryView({ label, value, language }: CopyValue) {
  return { label, block: codeBlock(value, language) } satisfies View
}

function burstCommand({ id, environment }: Program): string {
  return `hookbook simulate burst ${id.value} --env ${environment.id.value} --leads 5000`
}

function heading(text: string): Markdown {
  return { markdown: `### ${escapeMarkdown(text)}` }
}

function link(path: string): Markdown {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return { markdown: `[${escapeMarkdown(name)}](${encodeURI(path)})` }
}
