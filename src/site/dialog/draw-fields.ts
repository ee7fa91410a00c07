import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { unreachable } from '../../base/unreachable.ts'
import type { DialogField, DialogRow } from './dialog-rows.ts'

/** Fields under each other: each label with its value. */
export function fieldList(fields: DialogRow): Element {
  return h(
    'dl',
    fields.map((field) =>
      h('div.dialog-field', { dataLabel: field.label }, [
        h('dt', field.label),
        h('dd', { className: [field.look] }, [...valueOf(field)]),
      ]),
    ),
  )
}

/** Rows of fields: the labels stand once, above their columns. */
export function fieldTable(rows: readonly DialogRow[]): Element {
  const [first = []] = rows
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        first.map(({ label }) => h('th', { scope: 'col' }, label)),
      ),
    ),
    h(
      'tbody',
      rows.map((row) =>
        h(
          'tr',
          row.map((field) =>
            h('td.dialog-field', { dataLabel: field.label }, [
              h('span', { className: [field.look] }, [...valueOf(field)]),
            ]),
          ),
        ),
      ),
    ),
  ])
}

function valueOf(field: DialogField): readonly ElementContent[] {
  switch (field.look) {
    case 'text':
    case 'area':
    case 'select':
      return [{ type: 'text', value: field.value }]
    case 'empty':
      return [h('i', 'stays empty')]
    case 'ticked':
      return [{ type: 'text', value: '☑ ticked' }]
    case 'secret': {
      const [before = '', after = ''] = field.format.split('${secret}')
      return [
        { type: 'text', value: before },
        h('i', `the secret ${field.secret}`),
        { type: 'text', value: after },
      ]
    }
    default:
      return unreachable(field)
  }
}
