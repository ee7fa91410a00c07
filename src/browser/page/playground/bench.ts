import type { BodyReader } from '../../../contract/render-case.ts'
import type { AssumptionSet } from '../../../marketo/assumptions/assumption.ts'
import { openTrials } from '../../playground/open-trials.ts'
import type { PlaygroundWebhook } from '../../playground/playground-data.ts'
import { previewOf } from '../../playground/preview.ts'
import { spokenVerdict, verdictWords } from '../../playground/verdict-words.ts'
import { make } from '../make.ts'
import { makeInputs } from './inputs.ts'
import { previewBlock } from './preview-block.ts'

/** How long the reader must pause before the other encodings are compared, and before the verdict is read aloud. */
const PAUSE_MS = { compare: 150, speak: 700 } as const

const STALE = 'A field cannot be read. This is the request of the values before:'

export interface BenchSetting {
  readonly webhook: PlaygroundWebhook
  readonly reader: BodyReader
  readonly pinned: AssumptionSet
}

/** Everything about one webhook: what is put in, and what comes out under each encoding. */
export function makeBench(
  { webhook, reader, pinned }: BenchSetting,
  say: (words: string) => void,
): HTMLElement {
  const [chosen, ...others] = openTrials(webhook, pinned, reader).map((trial) => ({
    trial,
    block: previewBlock(trial, say),
  }))
  const stale = make('p', { class: 'playground-stale' }, STALE)
  const blocks = [chosen, ...others].flatMap((each) => each?.block.element ?? [])
  const output = make('div', { class: 'playground-outputs' }, stale, ...blocks)
  const compareLater = afterPause(PAUSE_MS.compare)
  const speak = onlyNews(say)
  const input = makeInputs(webhook, (situation) => {
    stale.hidden = situation !== undefined
    if (situation === undefined || chosen === undefined) return
    const preview = previewOf(chosen.trial, situation)
    chosen.block.show(preview)
    speak(spokenVerdict(verdictWords(preview.verdict)))
    compareLater(() => {
      for (const { trial, block } of others) block.show(previewOf(trial, situation))
    })
  })
  return make('div', { class: 'playground-bench' }, input, output)
}

/** Does only the last of what is asked for in quick succession. */
function afterPause(milliseconds: number): (act: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (act) => {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }
}

/** After a pause, and neither what was said last nor what stands there from the beginning. */
function onlyNews(say: (words: string) => void): (words: string) => void {
  const speakLater = afterPause(PAUSE_MS.speak)
  let known: string | undefined
  return (words) => {
    known ??= words
    speakLater(() => {
      if (words !== known) say(words)
      known = words
    })
  }
}
