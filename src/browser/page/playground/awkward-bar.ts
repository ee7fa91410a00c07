import { AWKWARD_VALUES, suitsField } from '../../playground/awkward-values.ts'
import { make, makeButton } from '../make.ts'
import type { InputRow } from './input-row.ts'

/** Puts awkward values into a field: the one that was used last, or another that is chosen. */
export function awkwardBar(id: string, rows: readonly InputRow[]): HTMLElement {
  const select = make(
    'select',
    { id: `${id}-awkward` },
    ...rows.map(({ token }, nth) => make('option', { value: String(nth) }, token.label)),
  )
  const chosen = (): InputRow | undefined => rows[Number(select.value)]
  const buttons = AWKWARD_VALUES.map((awkward) => ({
    awkward,
    button: makeButton(awkward.label, {}, () => {
      const row = chosen()
      row?.put(awkward.putInto(row.text(), row.field))
    }),
  }))
  const choose = (nth: number): void => {
    select.value = String(nth)
    const field = rows[nth]?.field
    for (const { awkward, button } of buttons) {
      button.disabled = field === undefined || !suitsField(awkward, field)
    }
  }
  select.addEventListener('change', () => choose(Number(select.value)))
  for (const [nth, row] of rows.entries())
    row.element.addEventListener('focusin', () => choose(nth))
  choose(firstToTry(rows))
  return make(
    'div',
    { class: 'playground-awkward', role: 'group', 'aria-label': 'Awkward values' },
    make('label', { for: select.id }, 'Put into'),
    select,
    ...buttons.map(({ button }) => button),
  )
}

/** A name is the first field that comes to mind. */
function firstToTry(rows: readonly InputRow[]): number {
  return Math.max(
    rows.findIndex(({ field }) => field.type === 'string'),
    0,
  )
}
