import { unreachable } from '../base/unreachable.ts'
import type { Movement, RuleSetting } from '../steps/step.ts'
import { codeBlock, escapeMarkdown } from './markdown.ts'
import type { Outline } from './outline.ts'
import { wordsMarkdown } from './words-markdown.ts'

/** Movements as a numbered list; a single one needs no number. */
export function movementsMarkdown(
  movements: readonly Movement[],
  outline: Outline,
): readonly string[] {
  const [only, ...others] = movements
  if (only !== undefined && others.length === 0) return [blocksOf(only, outline).join('\n\n')]
  return movements.map((movement, index) => itemMarkdown(movement, index + 1, outline))
}

/** What follows the first line of an item stands under its text. */
function itemMarkdown(movement: Movement, number: number, outline: Outline): string {
  const marker = `${number}. `
  const indent = ' '.repeat(marker.length)
  const [first = '', ...rest] = blocksOf(movement, outline)
  return [`${marker}${first}`, ...rest.map((block) => indented(block, indent))].join('\n\n')
}

/** The first block is one line; the others are paragraphs and blocks of code. */
function blocksOf(movement: Movement, outline: Outline): readonly string[] {
  switch (movement.kind) {
    case 'click':
      return [`Click ${bold(movement.label)}.`]
    case 'tick':
      return [`Tick ${bold(movement.label)}.`]
    case 'leave':
      return [`Leave ${bold(movement.label)} empty.`]
    case 'choose':
      return [`In ${bold(movement.label)} choose ${bold(movement.value)}.`]
    case 'enter':
      return [
        `In ${bold(movement.label)} enter:`,
        codeBlock(movement.value, movement.language).markdown,
      ]
    case 'secret':
      return secretBlocks(movement, outline)
    case 'add':
      return [
        `Add the ${movement.what} ${bold(movement.name)}.`,
        ...movement.settings.flatMap(settingBlocks),
      ]
    case 'copy':
      return [
        wordsMarkdown(movement.words, outline).markdown,
        codeBlock(movement.value, movement.language).markdown,
      ]
    case 'do':
      return [wordsMarkdown(movement.words, outline).markdown]
    default:
      return unreachable(movement)
  }
}

function secretBlocks(
  { label, format, from }: Extract<Movement, { kind: 'secret' }>,
  outline: Outline,
): readonly string[] {
  return [
    `In ${bold(label)} enter this text, and put the secret in the place of \`\${secret}\`:`,
    codeBlock(format, 'text').markdown,
    `It is ${wordsMarkdown(from, outline).markdown}.`,
  ]
}

function settingBlocks({ label, operator, value }: RuleSetting): readonly string[] {
  const place = label === '' ? '' : `In ${bold(label)} `
  const word = operator === undefined ? '' : `choose ${bold(operator)}`
  if (value === undefined) return [sentence(`${place}${word}.`)]
  const joint = word === '' ? 'enter:' : `${word} and enter:`
  return [sentence(`${place}${joint}`), codeBlock(value, 'text').markdown]
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function bold(text: string): string {
  return `**${escapeMarkdown(text)}**`
}

/** A block in a list item stands under its text, whatever ends its lines. */
function indented(block: string, indent: string): string {
  return block.replace(/(?<=^|\r\n|\n|\r(?!\n))(?=[^\r\n])/g, indent)
}
