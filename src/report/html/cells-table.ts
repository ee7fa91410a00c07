import type { Element } from 'hast'
import { h } from 'hastscript'
import { shown } from './nodes.ts'

export interface CellsRow {
  readonly cells: readonly string[]
  /** Whether it is what a reader looks for first. */
  readonly isBad: boolean
}

/** A table of texts; the first cell of a row names it. */
export function cellsTable(heads: readonly string[], rows: readonly CellsRow[]): Element {
  return h('table.checks.texts', [
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      rows.map(({ cells: [first = '', ...others], isBad }) =>
        h('tr', { className: isBad ? ['failed'] : [] }, [
          h('th', { scope: 'row' }, h('code', shown(first))),
          ...others.map((cell) => h('td', shown(cell))),
        ]),
      ),
    ),
  ])
}
