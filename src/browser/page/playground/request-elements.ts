import type { ShownRequest } from '../../playground/preview.ts'
import type { MarkedText } from '../../playground/mark-tokens.ts'
import { addCopyButton } from '../copy-button.ts'
import { make } from '../make.ts'
import { markedCode } from './marked-code.ts'

/** The request as it goes over the wire, and for the chosen encoding a command that sends the same. */
export function requestElements(
  { method, url, headers, body, curl }: ShownRequest,
  hasCommand: boolean,
  say: (words: string) => void,
): readonly HTMLElement[] {
  const lines = headers.flatMap(({ name, value }) => ['\n', `${name}: `, ...markedCode(value)])
  const head = make('code', {}, `${method} `, ...markedCode(url), ...lines)
  return [
    make('pre', { class: 'playground-head' }, head),
    ...(body === undefined ? [make('p', {}, 'Without a body.')] : bodyElements(body, say)),
    ...(hasCommand ? [commandElement(curl, say)] : []),
  ]
}

function bodyElements(body: MarkedText, say: (words: string) => void): readonly HTMLElement[] {
  const size = `${body.characters} characters, ${body.bytes} bytes of UTF-8`
  return [
    copyBlock('Body', make('code', { class: 'playground-body' }, ...markedCode(body)), say),
    make('p', { class: 'playground-size' }, size),
  ]
}

function commandElement(curl: string, say: (words: string) => void): HTMLElement {
  const code = make('code', { class: 'playground-curl' }, curl)
  return make(
    'details',
    {},
    make('summary', {}, 'The same call as a command'),
    copyBlock('Command', code, say),
  )
}

function copyBlock(label: string, code: HTMLElement, say: (words: string) => void): HTMLElement {
  const block = make('div', { class: 'copy', 'data-label': label }, make('pre', {}, code))
  addCopyButton(block, code, say)
  return block
}
