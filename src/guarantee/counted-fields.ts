import { fieldKey } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import { isStep } from '../model/calls.ts'
import { settingOf } from '../model/campaign.ts'

/** Scores that only go up or down: each step is a change, whatever the value. */
export function countedFields({ campaigns }: RunModel): ReadonlySet<string> {
  const steps = campaigns.flatMap(({ flow }) => flow)
  const scored = steps
    .filter((step) => isStep(step, 'Change Score'))
    .flatMap((step) => {
      const field = settingOf(step, 'score') ?? settingOf(step, 'attribute')
      const change = settingOf(step, 'change')?.value ?? ''
      const isCount = /^\s*[+-]\s*[1-9][0-9]*\s*$/.test(change) && step.choices.length === 0
      return field === undefined ? [] : [{ key: fieldKey(field.value), isCount }]
    })
  const others = steps
    .filter((step) => isStep(step, 'Change Data Value'))
    .flatMap((step) =>
      [step, ...step.choices].flatMap((owner) => settingOf(owner, 'attribute')?.value ?? []),
    )
    .map(fieldKey)
  const spoiled = new Set([
    ...others,
    ...scored.filter(({ isCount }) => !isCount).map(({ key }) => key),
  ])
  return new Set(scored.map(({ key }) => key).filter((key) => !spoiled.has(key)))
}
