import { visibleText } from '../../base/visible-text.ts'
import type { Movement, RuleSetting } from '../../steps/step.ts'
import { sentenceText } from './sentence-text.ts'

/** A movement as lines of plain text; the lines of a value stand below it, indented. */
export function movementLines(movement: Movement): readonly string[] {
  switch (movement.kind) {
    case 'click':
      return [visibleText(`click "${movement.label}"`)]
    case 'tick':
      return [visibleText(`tick "${movement.label}"`)]
    case 'leave':
      return [visibleText(`leave "${movement.label}" empty`)]
    case 'choose':
      return [visibleText(`in "${movement.label}" choose "${movement.value}"`)]
    case 'enter':
      return [visibleText(`in "${movement.label}" enter:`), ...valueLines(movement.value)]
    case 'secret':
      return [
        visibleText(
          `in "${movement.label}" enter this, with ${sentenceText(movement.from)} in it:`,
        ),
        ...valueLines(movement.format),
      ]
    case 'add':
      return [
        visibleText(`add the ${movement.what} "${movement.name}"`),
        ...movement.settings.map((setting) => `  ${visibleText(settingText(setting))}`),
      ]
    case 'copy':
      return [visibleText(sentenceText(movement.words)), ...valueLines(movement.value)]
    case 'do':
      return [visibleText(sentenceText(movement.words))]
  }
}

/** Every line of a value, so that nothing in it is anything but text. */
export function valueLines(value: string): readonly string[] {
  return value
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `  ${visibleText(line)}`.trimEnd())
}

function settingText({ label, operator, value }: RuleSetting): string {
  const words = [label === '' ? undefined : `"${label}"`, operator, value]
  return words.filter((word) => word !== undefined).join(' ')
}
