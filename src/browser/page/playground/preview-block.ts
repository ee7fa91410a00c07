import type { Preview } from '../../playground/preview.ts'
import type { Trial } from '../../playground/open-trials.ts'
import { questionWords } from '../../playground/question-words.ts'
import { verdictWords, type VerdictWords } from '../../playground/verdict-words.ts'
import { make } from '../make.ts'
import { requestElements } from './request-elements.ts'

/** Where a preview is shown; it is replaced as a whole. */
export interface PreviewBlock {
  readonly element: HTMLElement
  readonly show: (preview: Preview) => void
}

/** The chosen encoding stands open, the others are folded behind their verdict. */
export function previewBlock(
  { encoding, isChosen }: Trial,
  say: (words: string) => void,
): PreviewBlock {
  const word = make('strong', { class: 'playground-word' }, 'not judged yet')
  const body = make('div', { class: 'playground-preview-body' })
  const name = make('span', { class: 'playground-encoding' }, encoding)
  const attributes = { class: 'playground-preview', 'data-encoding': encoding }
  const element = isChosen
    ? make('div', attributes, make('h4', {}, name, ' as defined: ', word), body)
    : make('details', attributes, make('summary', {}, 'With ', name, ' instead: ', word), body)
  return {
    element,
    show: (preview) => {
      const words = verdictWords(preview.verdict)
      word.textContent = words.word
      element.dataset['verdict'] = preview.verdict.status
      body.replaceChildren(
        ...verdictElements(words),
        ...(preview.request === undefined ? [] : requestElements(preview.request, isChosen, say)),
        ...questionElements(preview),
      )
    },
  }
}

function verdictElements({ sentence, reasons }: VerdictWords): readonly HTMLElement[] {
  const items = reasons.map((reason) =>
    make('li', {}, `${reason.sentence} ${reason.repair} `, make('code', {}, reason.check)),
  )
  return [
    make('p', { class: 'playground-sentence' }, sentence),
    ...(items.length === 0 ? [] : [make('ul', { class: 'playground-reasons' }, ...items)]),
  ]
}

function questionElements({ questions }: Preview): readonly HTMLElement[] {
  if (questions.length === 0) return []
  const items = questions.map((question) =>
    make('li', {}, make('code', {}, question.id), ` ${questionWords(question)}`),
  )
  return [
    make(
      'p',
      { class: 'playground-open' },
      'What no source settles, and what it would change here:',
    ),
    make('ul', { class: 'playground-questions' }, ...items),
  ]
}
