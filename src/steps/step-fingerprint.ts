import { compareText } from '../base/compare.ts'
import { fingerprint } from '../base/fingerprint.ts'
import type { Step } from './step.ts'
import { itemsOf, type StepItem } from './step-entries.ts'

const LENGTH = 16

/**
 * The fingerprint of what a step puts into Marketo, or at the endpoint; undefined for a mere look.
 * Values, names and settings count; our sentences and the labels of dialogs do not, so that another
 * wording in a later version of hookbook changes nothing. Of a secret only its name is in it.
 */
export function stepFingerprint(step: Step): string | undefined {
  const items = itemsOf(step)
  if (items.length === 0) return undefined
  const [ordered, unordered] = [items.filter(isOrdered), items.filter((item) => !isOrdered(item))]
  const loose = unordered.map((item) => JSON.stringify(meaningOfItem(item))).sort(compareText)
  return fingerprint([...ordered.map(meaningOfItem), ...loose]).slice(0, LENGTH)
}

/** Rows of a table and triggers mean the same in any order. */
export function isOrdered({ kind }: StepItem): boolean {
  return kind !== 'row' && kind !== 'trigger'
}

/** The fields of a dialog are told apart by their order; settings of a rule only by their labels. */
function meaningOfItem({ kind, name, entries }: StepItem): unknown {
  const values = entries.map(({ value }) => value)
  if (kind === 'field' || kind === 'row') return [kind, values]
  return [kind, name, entries.map(({ label, operator, value }) => [label, operator ?? '', value])]
}
