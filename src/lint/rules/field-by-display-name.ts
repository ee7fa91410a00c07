import type { LocatedText } from '../../base/located-text.ts'
import type { Span } from '../../base/span.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { isStep } from '../../model/calls.ts'
import { constraintOf, settingOf, type FlowStep } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import { meantField } from '../meant-field.ts'
import type { Rule } from '../rule.ts'

/** Campaigns speak the words of the screen; a slip there hides what they do. */
export const fieldByDisplayName: Rule = {
  id: 'field-by-display-name',
  severity: 'warning',
  category: 'campaign',
  summary: 'triggers, filters, steps and guarantees name a field by its display name',
  why: `Smart lists and flow steps show a field's display name (\`Lead Status\`); REST and SOAP names (\`leadStatus\`, \`Lead_Status__c\`) are for the API and for mappings.
Whoever sets up the campaign does not find them, and hookbook does not see that a step changes the field that a call sends, or that a mapping writes.
Names that resemble none are taken for fields that are not declared here.
Source: Experience League, "Tokens Overview", "Response Mappings" (names).`,
  visit: {
    program({ guarantees }, { program }) {
      const states = guarantees.flatMap((guarantee) =>
        guarantee.kind === 'sentence' ? [] : [guarantee.never, guarantee.unless],
      )
      return states.flatMap(({ field }) => misnamed(field, program) ?? [])
    },
    trigger(trigger, { program }) {
      return ['attribute', 'score'].flatMap((key) => {
        const { value, at } = constraintOf(trigger, key)?.value ?? {}
        if (value === undefined || at === undefined) return []
        return misnamed({ value: String(value), at }, program) ?? []
      })
    },
    filter({ filter }, { program }) {
      return misnamed(filter, program)
    },
    step(step, { program }) {
      const names = [...step.choices.map(({ when }) => when.filter), ...fieldsOf(step)]
      return names.flatMap((name) => misnamed(name, program) ?? [])
    },
  },
}

function fieldsOf(step: FlowStep): readonly LocatedText[] {
  if (!isStep(step, 'Change Data Value', 'Change Score')) return []
  return [step, ...step.choices].flatMap((owner) =>
    ['attribute', 'score'].flatMap((key) => settingOf(owner, key) ?? []),
  )
}

function misnamed(
  { value, at }: { readonly value: string; readonly at: Span },
  program: DefinedProgram,
): Finding | undefined {
  const meant = meantField(value, program)
  if (meant === undefined) return undefined
  const name = meant.displayName
  return {
    at,
    message: `"${value}" is not the display name of "${name}"`,
    effect: 'the screen does not show it, and rules about the field do not see it',
    help: `write "${name}"`,
  }
}
