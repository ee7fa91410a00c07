import { fieldTypeNamed } from '../../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../../marketo/fields/field-definition.ts'
import { lengthWords } from '../../playground/length-words.ts'
import type { PlaygroundToken } from '../../playground/playground-data.ts'
import { inputText, readInput, type ReadInput } from '../../playground/read-input.ts'
import { restoreField } from '../../playground/restore-webhook.ts'
import { make } from '../make.ts'

/** One token's value, to be typed. */
export interface InputRow {
  readonly element: HTMLElement
  readonly token: PlaygroundToken
  readonly field: FieldDefinition
  /** What stands in it; the browser's own control would change line breaks. */
  readonly text: () => string
  readonly read: () => ReadInput
  readonly put: (text: string) => void
  readonly reset: () => void
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function inputRow(token: PlaygroundToken, id: string, changed: () => void): InputRow {
  const field = restoreField(token)
  const example = inputText(token.example)
  const control = controlOf(field, id)
  const note = make('p', { class: 'playground-note', id: `${id}-note` })
  let text = example
  // What the example holds is held, also where it could not be typed.
  const read = (): ReadInput =>
    text === example
      ? { status: 'read', value: token.example, doubt: undefined }
      : readInput(text, field)
  const annotate = (): void => {
    const input = read()
    const problem = input.status === 'unreadable' ? input.reason : input.doubt
    control.setAttribute('aria-invalid', String(input.status === 'unreadable'))
    note.textContent = [lengthWords(text, field), problem].filter(Boolean).join(': ')
    note.classList.toggle('is-problem', problem !== undefined)
  }
  const set = (next: string): void => {
    text = next
    control.value = next
    annotate()
  }
  control.addEventListener('input', () => {
    text = control.value
    annotate()
    changed()
  })
  set(example)
  return {
    element: rowElement(token, field, control, note),
    token,
    field,
    text: () => text,
    read,
    put: (next) => {
      set(next)
      changed()
    },
    reset: () => set(example),
  }
}

/** A text may have several lines; a Boolean has two values, and none. */
function controlOf(field: FieldDefinition, id: string): Control {
  const { form, name } = fieldTypeNamed(field.type)
  const attributes = { id, 'aria-describedby': `${id}-note`, autocomplete: 'off' }
  if (form === 'boolean') {
    const option = (value: string, label: string): HTMLElement => make('option', { value }, label)
    return make(
      'select',
      attributes,
      option('', 'not set'),
      option('true', 'true'),
      option('false', 'false'),
    )
  }
  if (form === 'number') return make('input', { ...attributes, type: 'text', inputmode: 'decimal' })
  if (name === 'date' || name === 'datetime') return make('input', { ...attributes, type: 'text' })
  return make('textarea', { ...attributes, rows: '1', spellcheck: 'false' })
}

function rowElement(
  { key, label }: PlaygroundToken,
  field: FieldDefinition,
  control: Control,
  note: HTMLElement,
): HTMLElement {
  const hint = make('span', { class: 'playground-hint' }, fieldTypeNamed(field.type).title)
  const title = make('label', { for: control.id }, label, ' ', hint)
  return make('div', { class: 'playground-row', 'data-token': key }, title, control, note)
}
