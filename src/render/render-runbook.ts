import type {
  CompiledHeader,
  CompiledProgram,
  CompiledWebhook,
} from '../compile/compiled-program.ts'
import { CALL_CODES } from '../marketo/call-codes.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { LIMITS } from '../marketo/limits.ts'
import { OUTBOUND_ADDRESSES } from '../marketo/outbound-addresses.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Project } from '../model/project.ts'
import { setupSteps } from '../steps/setup-steps.ts'
import type { Step } from '../steps/step.ts'
import { actMarkdown } from './act-markdown.ts'
import { cellCode, codeBlock, escapeMarkdown, inlineCode, type Markdown } from './markdown.ts'
import { dialogFields } from './marketo-form.ts'
import { ADDRESSES, CODES, RUNBOOK, STAMP, STEP, WEBHOOK } from './partials/runbook.ts'
import { renderTemplate, type View } from './render-template.ts'
import { sampleRequest } from './sample-request.ts'

export interface RunbookInput {
  readonly compiled: CompiledProgram
  readonly project: Project
  readonly sample: LeadFixture | undefined
  /** Of the meaning of this program in this environment. */
  readonly fingerprint: string
}

const PARTIALS = { stamp: STAMP, step: STEP, webhook: WEBHOOK, codes: CODES, addresses: ADDRESSES }

/** `runbook.md`: what people follow to bring the program into Marketo, and where they look values up. */
export function renderRunbook(input: RunbookInput): string {
  return renderTemplate(RUNBOOK, PARTIALS, runbookView(input))
}

function runbookView({ compiled, project, sample, fingerprint }: RunbookInput): View {
  const { program, webhooks } = compiled
  const { environment, subscription, alerts } = program
  return {
    id: cellCode(program.id.value),
    title: program.title.value,
    summary: program.summary?.value ?? '',
    environment: environment.id.value,
    subscription: subscription.id.value,
    stage: subscription.stage.value,
    munchkin: subscription.munchkin?.value ?? '',
    workspace: environment.workspace?.value ?? 'the only one',
    revision: program.revision.value,
    fingerprint: cellCode(fingerprint.slice(0, 12)),
    owner: program.owner?.value ?? 'not named',
    alerts:
      [alerts.email?.value, alerts.escalation?.value]
        .flatMap((part) => part ?? [])
        .join(', then ') || 'not named',
    review: program.review === undefined ? 'not stated' : `every ${program.review.every.value}`,
    steps: setupSteps(compiled, project).map(stepView),
    webhooks: webhooks.map((webhook) => webhookView(webhook, compiled, sample)),
    codes: CALL_CODES.map(({ isTransient, ...code }) => ({
      ...code,
      again: isTransient ? 'yes' : 'no',
    })),
    timeout: LIMITS.timeoutMilliseconds / 1000,
    asOf: OUTBOUND_ADDRESSES.asOf,
    source: OUTBOUND_ADDRESSES.source,
    blocks: codeBlock(
      [...OUTBOUND_ADDRESSES.blocks, ...OUTBOUND_ADDRESSES.addresses].join('\n'),
      'text',
    ),
  }
}

const ACTORS: Readonly<Record<Step['actor'], string>> = {
  human: 'hand, in Marketo',
  api: 'hand, or by the REST API',
  receiver: 'the owner of the endpoint',
}

function stepView(step: Step, index: number): View {
  return {
    number: index + 1,
    id: inlineCode(step.id),
    title: step.title,
    actor: ACTORS[step.actor],
    place: menuPath(step.place),
    acts: step.does.map((act, nth): Markdown => ({ markdown: actMarkdown(act, nth + 1) })),
    expect: step.expect,
    otherwise: step.otherwise,
    undo: step.undo,
  }
}

function menuPath(place: readonly string[]): Markdown | '' {
  if (place.length === 0) return ''
  return { markdown: place.map((part) => `**${escapeMarkdown(part)}**`).join(' › ') }
}

function webhookView(
  webhook: CompiledWebhook,
  { program }: CompiledProgram,
  sample: LeadFixture | undefined,
): View {
  const body = sampleRequest(webhook, program, sample)?.body
  return {
    name: webhook.name,
    dialog: dialogFields(webhook).map(({ label, value }) => ({
      label,
      value: label === 'Template' && value !== '' ? 'see the step above' : cellCode(value),
    })),
    headers: webhook.headers.map((header) => ({
      name: cellCode(header.name),
      value: headerView(header),
    })),
    mappings: webhook.mappings.map(({ path, fieldName, field }) => ({
      path: cellCode(path.value),
      field: cellCode(fieldName.value),
      displayName: field?.displayName ?? '',
      type: field === undefined ? '' : fieldTypeNamed(field.type).title,
    })),
    sample: body === undefined ? '' : codeBlock(body, webhook.bodyFormat),
    lead: sample?.name ?? 'without values',
  }
}

function headerView(header: CompiledHeader): View {
  if (header.kind === 'text') return cellCode(header.value.text.value)
  const format = cellCode(header.format.replace('${secret}', '…')).markdown
  return { markdown: `${format}, the secret ${cellCode(header.secret).markdown}` }
}
