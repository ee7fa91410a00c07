import type { Situation } from '../../../emulate/call.ts'
import type { TokenValue } from '../../../marketo/token-value.ts'
import type { PlaygroundWebhook } from '../../playground/playground-data.ts'
import { make, makeButton } from '../make.ts'
import { awkwardBar } from './awkward-bar.ts'
import { inputRow, type InputRow } from './input-row.ts'

/** Tells the values whenever one changes; undefined while one cannot be read. */
export function makeInputs(
  webhook: PlaygroundWebhook,
  tell: (situation: Situation | undefined) => void,
): HTMLElement {
  const rows = webhook.tokens.map((token, nth) =>
    inputRow(token, `playground-${webhook.id}-${nth}`, () => tell(situationOf(rows))),
  )
  const reset = makeButton('Back to the example', { class: 'playground-reset' }, () => {
    for (const row of rows) row.reset()
    tell(situationOf(rows))
  })
  const varied = rows.filter(({ token }) => token.isVaried)
  const fixed = rows.filter(({ token }) => !token.isVaried)
  tell(situationOf(rows))
  return make(
    'div',
    { class: 'playground-inputs' },
    ...(varied.length === 0
      ? []
      : [awkwardBar(`playground-${webhook.id}`, varied), group('Values of the lead', varied)]),
    ...(fixed.length === 0 ? [] : [foldedGroup('The same for every lead', fixed)]),
    make('p', {}, reset),
  )
}

function group(title: string, rows: readonly InputRow[]): HTMLElement {
  const list = make('div', { class: 'playground-rows' }, ...rows.map(({ element }) => element))
  return make('fieldset', {}, make('legend', {}, title), list)
}

function foldedGroup(title: string, rows: readonly InputRow[]): HTMLElement {
  return make('details', {}, make('summary', {}, `${title} (${rows.length})`), group(title, rows))
}

function situationOf(rows: readonly InputRow[]): Situation | undefined {
  const values: (readonly [string, TokenValue])[] = []
  for (const { token, read } of rows) {
    const input = read()
    if (input.status === 'unreadable') return undefined
    values.push([token.key, input.value])
  }
  return new Map(values)
}
