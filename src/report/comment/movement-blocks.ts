import type { RootContent } from 'mdast'
import { unreachable } from '../../base/unreachable.ts'
import type { Movement, RuleSetting } from '../../steps/step.ts'
import { code, paragraph, strong, wholeBlock, type Line } from '../markdown/nodes.ts'
import { sentenceWords } from './sentence-words.ts'

/** One movement: a line, and under it what is typed, whole. */
export function movementBlocks(movement: Movement): readonly RootContent[] {
  switch (movement.kind) {
    case 'click':
      return [paragraph('Click ', strong(movement.label), '.')]
    case 'tick':
      return [paragraph('Tick ', strong(movement.label), '.')]
    case 'leave':
      return [paragraph('Leave ', strong(movement.label), ' empty.')]
    case 'choose':
      return [paragraph('In ', strong(movement.label), ' choose ', strong(movement.value), '.')]
    case 'enter':
      return [paragraph('In ', strong(movement.label), ' enter:'), ...typed(movement.value)]
    case 'secret':
      return [
        paragraph(
          'In ',
          strong(movement.label),
          ' enter this text, and put the secret in the place of ',
          code('${secret}'),
          ':',
        ),
        ...typed(movement.format),
        paragraph('It is ', ...sentenceWords(movement.from), '.'),
      ]
    case 'add':
      return [
        paragraph(`Add the ${movement.what} `, strong(movement.name), '.'),
        ...movement.settings.flatMap(settingBlocks),
      ]
    case 'copy':
      return [paragraph(...sentenceWords(movement.words)), ...typed(movement.value)]
    case 'do':
      return [paragraph(...sentenceWords(movement.words))]
    default:
      return unreachable(movement)
  }
}

function settingBlocks({ label, operator, value }: RuleSetting): readonly RootContent[] {
  const place: Line = label === '' ? [] : ['In ', strong(label), ', ']
  const choose = label === '' ? 'Choose ' : 'choose '
  const word: Line = operator === undefined ? [] : [choose, strong(operator)]
  if (value === undefined) return word.length === 0 ? [] : [paragraph(...place, ...word, '.')]
  const joint = word.length > 0 ? ' and enter:' : label === '' ? 'Enter:' : 'enter:'
  return [paragraph(...place, ...word, joint), ...typed(value)]
}

/** What is typed is never cut; where a page cannot show it letter by letter, it says so. */
function typed(value: string): readonly RootContent[] {
  const { block, isExact } = wholeBlock(value)
  return isExact
    ? [block]
    : [
        block,
        paragraph('Some of its characters cannot be shown here: copy it from the runbook instead.'),
      ]
}
