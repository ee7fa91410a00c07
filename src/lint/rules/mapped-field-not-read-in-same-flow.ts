import type { LocatedText } from '../../base/located-text.ts'
import { findTokenField } from '../../marketo/tokens/find-token-field.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import type { FlowStep } from '../../model/campaign.ts'
import { tokenContents } from '../../model/available-fields.ts'
import type { Program } from '../../model/program.ts'
import { calledWebhook } from '../calls.ts'
import { mappedFields, type MappedField } from '../mapped-fields.ts'
import type { Rule } from '../rule.ts'

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
    *step(step, { campaign, program, stepIndex }) {
      const webhook = program.webhooks.find(({ id }) => id.value === calledWebhook(step))
      if (webhook === undefined) return
      const written = mappedFields(webhook, program)
      for (const later of campaign.flow.slice(stepIndex + 1)) {
        for (const { place, by } of readsOf(later, written, program)) {
          yield {
            at: place.at,
            message: `this step reads "${by.field.displayName}", which the call in the same flow writes`,
            effect: 'it sees the value from before the call',
            related: [
              { at: step.step.at, message: 'the call' },
              { at: by.mapping.field.at, message: 'the mapping that writes the field' },
            ],
            help: `move it to a campaign with the trigger "Data Value Changes" on "${by.field.displayName}"`,
          }
        }
      }
    },
  },
}

interface Read {
  readonly place: LocatedText
  readonly by: MappedField
}

function readsOf(
  step: FlowStep,
  written: readonly MappedField[],
  program: Program,
): readonly Read[] {
  const choices = step.choices.flatMap(({ when }) =>
    matching(written, when.filter.value).map((by) => ({ place: when.filter, by })),
  )
  const texts = [...step.settings, ...step.choices.flatMap((choice) => choice.settings)]
  const tokens = texts.flatMap(({ text }) =>
    fieldsIn(text.value, program).flatMap((name) =>
      matching(written, name).map((by) => ({ place: text, by })),
    ),
  )
  return [...choices, ...tokens]
}

function fieldsIn(text: string, program: Program): readonly string[] {
  return parseTemplate(text).flatMap((part) => {
    if (part.kind === 'text') return []
    const name = findTokenField(part, tokenContents(program)).field?.displayName
    return name === undefined ? [] : [name]
  })
}

function matching(written: readonly MappedField[], name: string): readonly MappedField[] {
  return written.filter(({ field }) => field.displayName.toLowerCase() === name.toLowerCase())
}
