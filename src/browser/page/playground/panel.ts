import type { PlaygroundData } from '../../playground/playground-data.ts'
import { make } from '../make.ts'
import { makeBench, type BenchSetting } from './bench.ts'
import { bodyReaderOf } from './body-reader.ts'

/** Puts the playground in the place of the words that stand for it without scripts. */
export function startPlayground(
  section: HTMLElement,
  { webhooks, pinned }: PlaygroundData,
  say: (words: string) => void,
): void {
  const settings = webhooks.flatMap((webhook) => {
    const reader = bodyReaderOf(webhook)
    return reader === undefined ? [] : [{ webhook, reader, pinned }]
  })
  const [first] = settings
  if (first === undefined) return
  const place = make('div', { class: 'playground' })
  const benches = new Map<string, HTMLElement>()
  const show = (setting: BenchSetting): void => {
    const bench = benches.get(setting.webhook.id) ?? makeBench(setting, say)
    benches.set(setting.webhook.id, bench)
    place.replaceChildren(bench)
  }
  show(first)
  for (const words of section.querySelectorAll<HTMLElement>('[data-without-script]')) {
    words.hidden = true
  }
  section.append(...(settings.length > 1 ? [webhookChoice(settings, show)] : []), place)
}

function webhookChoice(
  settings: readonly BenchSetting[],
  show: (setting: BenchSetting) => void,
): HTMLElement {
  const options = settings.map(({ webhook: { id, name } }) => make('option', { value: id }, name))
  const select = make('select', { id: 'playground-webhook' }, ...options)
  select.addEventListener('change', () => {
    const chosen = settings.find(({ webhook }) => webhook.id === select.value)
    if (chosen !== undefined) show(chosen)
  })
  const label = make('label', { for: 'playground-webhook' }, 'Webhook')
  return make('p', { class: 'playground-choice' }, label, select)
}
