import {
  CALL_EVENT,
  CALLS_EVENT,
  CALLS_PATH,
  CALLS_SHOWN,
  type CallView,
} from '../../received/call-view.ts'
import { make, makeButton } from '../make.ts'
import { callDetail, SIGNS } from './call-detail.ts'

/** Listens for calls; the list grows at its top, and the newest is shown until the reader looks at another. */
export function showCalls(): void {
  const list = document.getElementById('calls')
  const detail = document.getElementById('call')
  const state = document.getElementById('calls-state')
  if (list === null || detail === null || state === null) return
  let calls: readonly CallView[] = []
  let chosen: number | undefined
  const select = (call: CallView): void => {
    chosen = call.number === calls.at(-1)?.number ? undefined : call.number
    detail.replaceChildren(...callDetail(call))
    for (const button of list.querySelectorAll('button')) {
      const isShown = button.dataset['number'] === String(call.number)
      button.setAttribute('aria-current', String(isShown))
    }
  }
  const show = (next: readonly CallView[]): void => {
    calls = next.slice(-CALLS_SHOWN)
    const shown = calls.find(({ number }) => number === chosen) ?? calls.at(-1)
    const held = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
    const focused = held?.dataset['number']
    list.replaceChildren(...calls.toReversed().map((call) => item(call, select)))
    if (focused !== undefined) {
      list.querySelector<HTMLElement>(`[data-number="${focused}"]`)?.focus()
    }
    if (shown !== undefined && (chosen === undefined || !isOpen(shown, detail))) select(shown)
    else if (shown !== undefined) mark(list, shown)
  }
  const source = new EventSource(CALLS_PATH)
  source.addEventListener(CALLS_EVENT, (event: MessageEvent<string>) => {
    show(read<readonly CallView[]>(event.data))
    state.textContent = countWords(calls)
  })
  source.addEventListener(CALL_EVENT, (event: MessageEvent<string>) => {
    const call = read<CallView>(event.data)
    show([...calls, call])
    state.textContent = `${countWords(calls)} Number ${call.number}: ${call.answered}, ${call.words}.`
  })
  source.addEventListener('error', () => {
    state.textContent = 'The receiver has ended, or cannot be reached; what came is still shown.'
  })
}

/** What the receiver of the same build has written. */
function read<Data>(text: string): Data {
  return JSON.parse(text) as Data
}

function isOpen({ number }: CallView, detail: HTMLElement): boolean {
  return detail.querySelector('[data-call]')?.getAttribute('data-call') === String(number)
}

function mark(list: HTMLElement, { number }: CallView): void {
  for (const button of list.querySelectorAll('button')) {
    button.setAttribute('aria-current', String(button.dataset['number'] === String(number)))
  }
}

function countWords(calls: readonly CallView[]): string {
  if (calls.length === 0) return 'Nothing has come yet.'
  const last = calls.at(-1)?.number ?? 0
  const refused = calls.filter(({ end }) => end === 'refused').length
  const hidden = last > calls.length ? `, the last ${calls.length} are shown` : ''
  return `${last} ${last === 1 ? 'request' : 'requests'}${hidden}, ${refused} refused.`
}

function item(call: CallView, select: (call: CallView) => void): HTMLElement {
  const { number, at, webhook, end, words, answered } = call
  const button = makeButton('', { 'data-number': String(number), 'data-end': end }, () => {
    select(call)
  })
  button.append(
    make('span', { class: 'call-sign', 'aria-hidden': 'true' }, SIGNS[end]),
    make(
      'span',
      { class: 'call-what' },
      make('b', {}, `${answered} `),
      make('span', {}, webhook?.id ?? 'no webhook'),
    ),
    make('span', { class: 'call-when' }, `#${number}, ${timeOf(at)}`),
    make('span', { class: 'call-words' }, words),
  )
  return make('li', {}, button)
}

/** By the reader's clock, in twenty-four hours. */
function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString([], { hourCycle: 'h23' })
}
