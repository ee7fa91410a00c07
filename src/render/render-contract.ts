import type {
  CompiledHeader,
  CompiledProgram,
  CompiledWebhook,
} from '../compile/compiled-program.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import type { PersonalClass } from '../marketo/fields/personal-class.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import { purposeOf } from '../model/purpose.ts'
import { alertedBy, campaignRoles, listsOf } from '../steps/campaign-roles.ts'
import { answerExamples } from './answer-examples.ts'
import { callEnds } from './call-ends.ts'
import type { CONTRACT_SHAPE } from './contract-shape.ts'
import { answerRows, classRows, requestRows } from './contract-rows.ts'
import { cellCode, codeBlock, inlineCode, type Markdown } from './markdown.ts'
import { signLines } from './sign-lines.ts'
import { renderTemplate, type Templates } from './render-template.ts'
import type { View, ViewOf } from './view.ts'

/** `contract.md`: each field in words, with where it comes from and what becomes of the answer. */
export function renderContract(
  all: readonly CompiledProgram[],
  sample: LeadFixture | undefined,
  templates: Templates,
): string {
  const [first] = all
  return first === undefined
    ? ''
    : renderTemplate('contract', templates, contractView(first, all, sample))
}

function contractView(
  compiled: CompiledProgram,
  all: readonly CompiledProgram[],
  sample: LeadFixture | undefined,
): View & ViewOf<typeof CONTRACT_SHAPE> {
  const { program, webhooks } = compiled
  return {
    title: program.title.value,
    summary: program.summary?.value ?? '',
    webhooks: webhooks.map((webhook) => webhookView(webhook, compiled, { all, sample })),
  }
}

interface Around {
  readonly all: readonly CompiledProgram[]
  readonly sample: LeadFixture | undefined
}

function webhookView(webhook: CompiledWebhook, compiled: CompiledProgram, { all, sample }: Around) {
  const fields = requestRows(webhook, compiled.program, sample)
  return {
    name: webhook.name,
    method: webhook.method,
    format: bodyFormatNamed(webhook.bodyFormat).title,
    reads: webhook.responseType === 'None' ? 'is not read' : `as ${webhook.responseType}`,
    timeout: LIMITS.timeoutMilliseconds / 1000,
    places: placesOf(webhook.id, all),
    headers: webhook.headers.map((header) => ({
      name: cellCode(header.name),
      value: headerCell(header),
    })),
    lead: sample?.name ?? '',
    fields: fields.map((row) => row.view),
    ...personalData(classRows(fields, (name) => purposeWords(name, webhook, compiled))),
    answers: answerRows(webhook),
    success: successWords(webhook),
    examples: answerExamples(webhook).map(({ title, body, effect }) => ({
      title,
      block: codeBlock(body, webhook.responseType === 'XML' ? 'xml' : 'json'),
      effect,
    })),
    ends: callEnds(webhook, compiled.program).map(({ answer, marketo, notices, again }) => ({
      answer,
      marketo,
      notices,
      again,
    })),
    signs: signLines(webhook, compiled),
    caught: caughtWords(compiled),
    idempotency: codeList(webhook.idempotencyKey),
  } satisfies View
}

/** A sentence of the definition as the end of a sentence of the page. */
function purposeWords(
  name: PersonalClass,
  { id }: CompiledWebhook,
  { program }: CompiledProgram,
): string {
  const webhook = program.webhooks.find((candidate) => candidate.id.value === id)
  const purpose = webhook === undefined ? undefined : purposeOf(name, webhook, program)
  return purpose?.value.trim().replace(/\.$/, '') ?? ''
}

/** One purpose for all classes is said once. */
function personalData(classes: ReturnType<typeof classRows>) {
  const [purpose = '', ...others] = new Set(classes.map(({ sentFor }) => sentFor))
  return others.length === 0
    ? { purpose, classes: classes.map((row) => ({ ...row, sentFor: '' })) }
    : { purpose: '', classes }
}

function placesOf(id: string, all: readonly CompiledProgram[]) {
  return all.flatMap(({ program, webhooks }) =>
    webhooks
      .filter((webhook) => webhook.id === id)
      .map((webhook) => ({
        environment: cellCode(program.environment.id.value),
        name: webhook.name,
        url: cellCode(webhook.url.text.value),
      })),
  ) satisfies View
}

function headerCell(header: CompiledHeader): Markdown {
  if (header.kind === 'text') return cellCode(header.value.text.value)
  const format = cellCode(header.format.replace('${secret}', '…')).markdown
  return { markdown: `${format}, the secret ${cellCode(header.secret).markdown}` }
}

function successWords({ success }: CompiledWebhook): Markdown | '' {
  if (success === undefined) return ''
  const [path, value] = [success.path.value, String(success.equals.value)].map(inlineCode)
  return { markdown: `${path?.markdown ?? ''} is ${value?.markdown ?? ''}` }
}

function caughtWords(compiled: CompiledProgram): string {
  const { catchers } = campaignRoles(compiled)
  return catchers
    .map((campaign) => {
      const parts = [
        ...listsOf([campaign]).map((list) => `adds the person to the list ${list}`),
        ...alertedBy([campaign]).map((to) => `tells ${to}`),
      ]
      return `${campaign.name.value} ${parts.join(' and ') || 'runs its flow'}`
    })
    .join('; ')
}

function codeList(keys: readonly string[]): Markdown | '' {
  if (keys.length === 0) return ''
  return { markdown: keys.map((key) => inlineCode(key).markdown).join(', ') }
}
