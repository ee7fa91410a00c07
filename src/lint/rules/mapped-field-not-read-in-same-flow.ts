import { spanWithin, type LocatedText } from '../../base/located-text.ts'
import type { Span } from '../../base/span.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { findTokenField } from '../../marketo/tokens/find-token-field.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import { settingOf, type FlowStep } from '../../model/campaign.ts'
import { tokenContents } from '../../model/available-fields.ts'
import type { DefinedProgram } from '../../model/program.ts'
import { webhookOf } from '../../model/calls.ts'
import type { Webhook } from '../../model/webhook.ts'
import { mappedFields, type MappedField } from '../mapped-fields.ts'
import type { CampaignContext, Rule } from '../rule.ts'
import { seenTokens } from '../seen-tokens.ts'

/** The mapped value is not there yet when the next step runs. */
export const mappedFieldNotReadInSameFlow: Rule = {
  id: 'mapped-field-not-read-in-same-flow',
  severity: 'error',
  category: 'campaign',
  summary: 'no step after the call reads a field that its response writes',
  why: `Mapped values are written asynchronously: the next step of the same flow still sees the old value, and a short Wait does not change that for certain.
A second campaign, triggered by Data Value Changes on that field or by Webhook is Called, sees the new one.
Source: S. Whiteman, "Fun with the Webhook is Called trigger".`,
  visit: {
    step(step, context) {
      const webhook = webhookOf(step, context.program)
      return webhook === undefined ? undefined : readAfter(step, webhook, context)
    },
  },
}

function readAfter(
  call: FlowStep,
  webhook: Webhook,
  { campaign, program, stepIndex }: CampaignContext,
): readonly Finding[] {
  const written = mappedFields(webhook, program)
  const later = campaign.flow.slice(stepIndex + 1)
  return later
    .flatMap((step) => readsOf(step, written, program))
    .map(({ at, by }) => ({
      at,
      message: `this step reads "${by.field.displayName}", which the call in the same flow writes`,
      effect: 'it sees the value from before the call',
      related: [
        { at: call.step.at, message: 'the call' },
        { at: by.mapping.field.at, message: 'the mapping that writes the field' },
      ],
      help: `move it to a campaign with the trigger "Data Value Changes" on "${by.field.displayName}"`,
    }))
}

interface Read {
  readonly at: Span
  readonly by: MappedField
}

function readsOf(
  step: FlowStep,
  written: readonly MappedField[],
  program: DefinedProgram,
): readonly Read[] {
  const choices = step.choices.flatMap(({ when }) =>
    written
      .filter(({ field }) => isNamed(field, when.filter.value))
      .map((by) => ({ at: when.filter.at, by })),
  )
  const settings = [step, ...step.choices].flatMap((owner) => owner.settings)
  const tokens = settings.flatMap(({ text }) => shownIn(text, written, program))
  return [...choices, ...tokens, ...sentBy(step, written, program)]
}

function isNamed({ displayName }: FieldDefinition, name: string): boolean {
  return displayName.toLowerCase() === name.toLowerCase()
}

function shownIn(
  text: LocatedText,
  written: readonly MappedField[],
  program: DefinedProgram,
): readonly Read[] {
  return parseTemplate(text.value).flatMap((part) => {
    const field =
      part.kind === 'token' ? findTokenField(part, tokenContents(program)).field : undefined
    return written
      .filter((mapped) => field !== undefined && isSame(mapped.field, field))
      .map((by) => ({ at: spanWithin(text, part.start, part.end), by }))
  })
}

/** A second call whose tokens show what the first one's response writes. */
function sentBy(
  step: FlowStep,
  written: readonly MappedField[],
  program: DefinedProgram,
): readonly Read[] {
  const webhook = webhookOf(step, program)
  const setting = settingOf(step, 'webhook')
  if (webhook === undefined || setting === undefined) return []
  const sent = seenTokens(webhook, program).map(({ field }) => field)
  return written
    .filter(({ field }) => sent.some((other) => other !== undefined && isSame(other, field)))
    .map((by) => ({ at: setting.at, by }))
}

function isSame(a: FieldDefinition, b: FieldDefinition): boolean {
  return a.owner === b.owner && a.displayName === b.displayName
}
