import { fieldKey } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import { STANDINGS } from '../campaign/step-acts/status.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import { changedField } from '../model/calls.ts'
import type { Campaign, Constraint, Filter } from '../model/campaign.ts'
import type { Promised } from './promise.ts'

/** Something that a field is compared with. */
export interface Comparison {
  readonly field: string
  readonly operator: string | undefined
  readonly wanted: string | number | boolean | undefined
}

/** Which fields decide how a run goes on: all others need not be told apart. */
export interface ReadFields {
  /** By keys: their values matter. */
  readonly valued: ReadonlySet<string>
  /** By keys: what matters is whether they change. */
  readonly watched: ReadonlySet<string>
  readonly comparisons: readonly Comparison[]
}

export function readFields(model: RunModel, promises: readonly Promised[]): ReadFields {
  const { campaigns } = model
  const comparisons = campaigns.flatMap(comparisonsOf)
  const watched = campaigns.flatMap(({ triggers }) => triggers.flatMap(watchedBy))
  const valued = [
    ...comparisons.map(({ field }) => field),
    ...campaigns.flatMap(fieldTokens),
    ...promises.flatMap((promise) => promisedFields(promise, model)),
    ...Object.values(STANDINGS),
  ]
  return {
    valued: new Set(valued.map(fieldKey)),
    watched: new Set(watched.map(fieldKey)),
    comparisons,
  }
}

function comparisonsOf({ filters, flow, triggers }: Campaign): readonly Comparison[] {
  const all = [...filters, ...flow.flatMap(({ choices }) => choices.map(({ when }) => when))]
  return [...all.map(comparisonOf), ...triggers.flatMap(comparedByTrigger)]
}

function comparisonOf({ filter, operator, value }: Filter): Comparison {
  return { field: filter.value, operator: operator?.value, wanted: value?.value }
}

function comparedByTrigger(trigger: Campaign['triggers'][number]): readonly Comparison[] {
  const [field] = watchedBy(trigger)
  if (field === undefined) return []
  return trigger.constraints
    .filter(({ name }) => name.value === 'newValue' || name.value === 'previousValue')
    .map(({ operator, value }) => ({ field, operator: operator?.value, wanted: value.value }))
}

function watchedBy({ trigger, constraints }: Campaign['triggers'][number]): readonly string[] {
  const name = trigger.value.toLowerCase()
  if (name !== 'data value changes' && name !== 'score is changed') return []
  return constraints.filter(isAttribute).map(({ value }) => String(value.value))
}

function isAttribute({ name }: Constraint): boolean {
  return name.value === 'attribute' || name.value === 'score'
}

/** Fields that steps copy into others. */
function fieldTokens({ flow }: Campaign): readonly string[] {
  return flow.flatMap((step) =>
    [step, ...step.choices].flatMap(({ settings }) =>
      settings.flatMap(({ text }) => leadTokens(text.value)),
    ),
  )
}

function leadTokens(text: string): readonly string[] {
  if (!text.includes('{{')) return []
  return parseTemplate(text).flatMap((part) =>
    part.kind === 'token' && part.namespace.toLowerCase() === 'lead' ? [part.name] : [],
  )
}

/** Sending again is safe where the key stays: whatever is sent may be in it. */
function promisedFields(promise: Promised, model: RunModel): readonly string[] {
  switch (promise.kind) {
    case 'never':
      return [promise.never.field.value, promise.unless.field.value]
    case 'never-without-success':
      return model.campaigns.flatMap(({ flow }) => flow.flatMap((step) => changedField(step) ?? []))
    case 'resending-safe':
      return [...model.webhooks.values()].flatMap(({ template, idempotencyKey }) =>
        idempotencyKey.length === 0 ? [] : leadTokens(template?.text.value ?? ''),
      )
    default:
      return []
  }
}
