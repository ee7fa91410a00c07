import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ScreenId } from '../../marketo/screens/screen.ts'
import { confirmOf } from '../../steps/on-screen.ts'
import type { Movement, Step } from '../../steps/step.ts'
import { dialogRows, type DialogRow } from './dialog-rows.ts'
import { fieldList, fieldTable } from './draw-fields.ts'
import { ruleList } from './draw-rules.ts'

/** Screens that are pages with tabs, and save by themselves or by a button of the tab. */
const TABS: readonly ScreenId[] = ['smart-list', 'flow', 'qualification', 'schedule', 'my-tokens']

/**
 * Marketo's dialog as the step leaves it: its fields in the order of the screen, with the values in
 * place. Undefined for a step that fills none. Every word on it comes from the step.
 */
export function drawDialog(step: Step): Element | undefined {
  if (step.screen === undefined) return undefined
  const body = bodyOf(step)
  if (body === undefined) return undefined
  const title = titleOf(step)
  const confirm = confirmIn(step)
  return h('figure.dialog', { dataScreen: step.screen }, [
    h('figcaption', captionOf(title, confirm)),
    h('div', { className: ['frame', TABS.includes(step.screen) ? 'tab' : 'window'] }, [
      h('p.bar', title),
      body,
      ...(confirm === undefined ? [] : [h('p.foot', [h('span.button', confirm)])]),
    ]),
  ])
}

/** A single field needs no drawing; a single setting of a tab that has many does. */
function bodyOf({ movements, screen }: Step): Element | undefined {
  const rules = movements.flatMap((movement) => (movement.kind === 'add' ? [movement] : []))
  if (rules.length > 0) return ruleList(rules)
  const rows: readonly DialogRow[] = dialogRows(movements)
  const [first = []] = rows
  if (first.length === 0 || (first.length === 1 && screen !== 'qualification')) return undefined
  return movements.some(isAddingRow) ? fieldTable(rows) : fieldList(first)
}

/** A dialog of rows begins each with its button. */
function isAddingRow(movement: Movement): boolean {
  return movement.kind === 'click' && movement.label === 'Add'
}

/** `Edit` alone says nothing: what is edited stands before it. */
function titleOf({ where }: Step): string {
  return where.slice(where.at(-1) === 'Edit' ? -2 : -1).join(' › ')
}

function confirmIn({ screen, movements }: Step): string | undefined {
  const label = screen === undefined ? '' : confirmOf(screen)
  const isClicked = movements.some((each) => each.kind === 'click' && each.label === label)
  return isClicked ? label : undefined
}

function captionOf(title: string, confirm: string | undefined): string {
  return confirm === undefined
    ? `What ${title} holds when you are done`
    : `What ${title} holds before you click ${confirm}`
}
