import type { Campaign } from '../../model/campaign.ts'
import type { Program } from '../../model/program.ts'

/** Constraints of triggers that name a field, and those that compare its value. */
const FIELD_CONSTRAINT = 'attribute'
const VALUE_CONSTRAINTS: readonly string[] = ['newValue', 'previousValue', 'value']

/**
 * The fields, by display name, whose values decide what a program does: a campaign compares them, or a
 * guarantee speaks of them. A value that nobody has thought of is dangerous there, and elsewhere only data.
 */
export function decidingFields({ campaigns, guarantees }: Program): ReadonlySet<string> {
  return new Set([
    ...campaigns.flatMap(comparedBy),
    ...guarantees.flatMap((guarantee) =>
      guarantee.kind === 'never' ? [guarantee.never.field.value, guarantee.unless.field.value] : [],
    ),
  ])
}

function comparedBy({ triggers, filters, flow }: Campaign): readonly string[] {
  const choices = flow.flatMap((step) => step.choices.map(({ when }) => when))
  const byFilter = [...filters, ...choices]
    .filter(({ value }) => value !== undefined)
    .map(({ filter }) => filter.value)
  const byTrigger = triggers.flatMap(({ constraints }) => {
    const comparesValue = constraints.some(({ name }) => VALUE_CONSTRAINTS.includes(name.value))
    return constraints.flatMap(({ name, value }) =>
      comparesValue && name.value === FIELD_CONSTRAINT ? [String(value.value)] : [],
    )
  })
  return [...byFilter, ...byTrigger]
}
