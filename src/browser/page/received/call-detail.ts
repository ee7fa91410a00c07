import type {
  CallView,
  DemandView,
  MarketoView,
  UpdateView,
  WireView,
} from '../../received/call-view.ts'
import { make } from '../make.ts'

/** Beside the words, for those who skim. */
export const SIGNS: Readonly<Record<CallView['end'], string>> = {
  done: '✓',
  repeated: '↻',
  refused: '✗',
  fault: '⚡',
}

/** Everything that is known of a call. What came is text, whatever it holds. */
export function callDetail(call: CallView): readonly HTMLElement[] {
  const { number, title, end, words, answered, webhook, demands, marketo, request, answer } = call
  return [
    make(
      'h2',
      { id: 'call-title', 'data-call': String(number) },
      `#${number} `,
      make('code', {}, title),
    ),
    make(
      'p',
      { class: 'call-end', 'data-end': end },
      make('span', { 'aria-hidden': 'true' }, `${SIGNS[end]} `),
      `${answered}, ${words}`,
      ...(webhook === undefined
        ? []
        : [make('span', { class: 'call-webhook' }, ` (${webhook.id} of ${webhook.program})`)]),
    ),
    make('h3', {}, 'Against the contract'),
    make('ul', { class: 'demands' }, ...demands.map(demandItem)),
    make('h3', {}, 'What Marketo would write'),
    ...marketoParts(marketo),
    make('h3', {}, 'The request'),
    ...wireParts(request, 'request'),
    make('h3', {}, 'The answer'),
    ...(answer === undefined ? [make('p', {}, 'Nothing went out.')] : wireParts(answer, 'answer')),
  ]
}

const STATES: Readonly<Record<DemandView['state'], readonly [sign: string, words: string]>> = {
  met: ['✓', 'met'],
  broken: ['✗', 'broken'],
  'not-looked-at': ['–', 'not looked at'],
}

function demandItem({ name, state, faults }: DemandView): HTMLElement {
  const [sign, words] = STATES[state]
  const list = make('ul', {}, ...faults.map((fault) => make('li', {}, fault)))
  return make(
    'li',
    { 'data-state': state },
    make('span', { class: 'demand-sign', 'aria-hidden': 'true' }, sign),
    make('span', {}, name, make('span', { class: 'demand-state' }, ` ${words}`)),
    ...(faults.length === 0 ? [] : [list]),
  )
}

function marketoParts({ words, updates, campaigns }: MarketoView): readonly HTMLElement[] {
  return [
    make('p', {}, words),
    ...(updates.length === 0 ? [] : [updateTable(updates)]),
    make(
      'p',
      { class: 'call-campaigns' },
      campaigns === undefined
        ? 'No campaign on "Webhook is Called" hears of it.'
        : `Campaigns that hear of it: ${campaigns}.`,
    ),
  ]
}

function updateTable(updates: readonly UpdateView[]): HTMLElement {
  const head = ['Response Attribute', 'Marketo Field', 'Written'].map((name) =>
    make('th', { scope: 'col' }, name),
  )
  const rows = updates.map(({ path, field, isWritten, words }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, make('code', {}, path)),
      make('td', {}, field),
      make('td', { 'data-written': String(isWritten) }, words),
    ),
  )
  const table = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  )
  return make(
    'div',
    { class: 'table', role: 'region', tabindex: '0', 'aria-label': 'Mappings' },
    table,
  )
}

function wireParts({ text, bytes, note }: WireView, what: string): readonly HTMLElement[] {
  return [
    block(text, `The ${what} as text`),
    ...(note === undefined ? [] : [make('p', { class: 'call-note' }, note)]),
    make(
      'details',
      { class: 'wire-bytes' },
      make('summary', {}, `The ${what}, byte by byte`),
      block(bytes, `The ${what}, byte by byte`),
    ),
  ]
}

function block(text: string, label: string): HTMLElement {
  return make('pre', { tabindex: '0', role: 'region', 'aria-label': label }, make('code', {}, text))
}
