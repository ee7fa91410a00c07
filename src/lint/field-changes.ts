import { rememberFor } from '../base/remember-for.ts'
import type { Span } from '../base/span.ts'
import { settingOf, type Campaign, type FlowStep } from '../model/campaign.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import { changedField, webhookOf } from '../model/calls.ts'
import { mappedFields, mappedSchema, type MappedField } from './mapped-fields.ts'
import { listedValues } from './schema-at.ts'

/** A field that a campaign's flow changes, by a step or by the response of a call. */
export interface FieldChange {
  readonly by: 'step' | 'mapping'
  readonly at: Span
  /** Position in the flow of the step that makes the change or the call. */
  readonly index: number
  readonly displayName: string
  /** Every value that it can write, in lower case; undefined when nobody can tell. */
  readonly values: readonly string[] | undefined
  /** The value that proves success, in lower case, where this field holds it. */
  readonly success: string | undefined
}

/** What a campaign changes, from the top of its flow to the bottom. */
export const changesOf: typeof findChanges = rememberFor(findChanges)

function findChanges(campaign: Campaign, program: DefinedProgram): readonly FieldChange[] {
  return campaign.flow.flatMap((step, index) => {
    const webhook = webhookOf(step, program)
    if (webhook !== undefined) {
      return mappedFields(webhook, program).map((mapped) => byResponse(mapped, webhook, index))
    }
    const changed = changedField(step)
    return changed === undefined ? [] : [byStep(step, changed, index)]
  })
}

/** True for the same field, without regard to case. */
export function isOfField(change: FieldChange, displayName: string): boolean {
  return change.displayName.toLowerCase() === displayName.toLowerCase()
}

function byStep(step: FlowStep, displayName: string, index: number): FieldChange {
  const values = [step, ...step.choices].map((owner) => settingOf(owner, 'value')?.value)
  const fixed = values.flatMap((value) =>
    value === undefined || value.includes('{{') ? [] : [value.toLowerCase()],
  )
  const isFixed = fixed.length === values.length
  return {
    by: 'step',
    at: step.step.at,
    index,
    displayName,
    values: isFixed ? fixed : undefined,
    success: undefined,
  }
}

function byResponse({ mapping, field }: MappedField, webhook: Webhook, index: number): FieldChange {
  const { success } = webhook
  const isProof = success?.path.value === mapping.path.value
  return {
    by: 'mapping',
    at: mapping.field.at,
    index,
    displayName: field.displayName,
    values: listedValues(mappedSchema(mapping, webhook)),
    success: isProof ? String(success.equals.value).toLowerCase() : undefined,
  }
}
