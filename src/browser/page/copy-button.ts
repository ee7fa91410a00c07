import { copyText, selectText } from './copy-text.ts'
import { make, makeButton } from './make.ts'

const FEEDBACK_MS = 4000
const COPY_KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd+C' : 'Ctrl+C'
const BY_HAND = `This browser lets no page copy. The text is selected: press ${COPY_KEYS}.`

/** Puts a button before a value, which takes it along byte for byte. */
export function addCopyButton(
  block: HTMLElement,
  code: HTMLElement,
  say: (words: string) => void,
): void {
  const label = block.dataset['label'] ?? 'text'
  const feedback = make('span', { class: 'copy-feedback' })
  const button = makeButton('Copy', { class: 'copy-button', 'aria-label': `Copy ${label}` }, () => {
    void copy()
  })
  const copy = async (): Promise<void> => {
    if (await copyText(code)) return tell('Copied', `Copied: ${label}`)
    selectText(code)
    tell(BY_HAND, BY_HAND)
  }
  const tell = (shown: string, spoken: string): void => {
    feedback.textContent = shown
    say(spoken)
    if (shown !== BY_HAND) setTimeout(() => feedback.replaceChildren(), FEEDBACK_MS)
  }
  block.prepend(make('div', { class: 'copy-bar' }, button, feedback))
}
