import { unreachable } from '../base/unreachable.ts'
import type { StepAct, Word } from '../steps/step.ts'
import { codeBlock, escapeMarkdown, inlineCode } from './markdown.ts'

/** One movement as an item of a numbered list; what follows its first line stands under its text. */
export function actMarkdown(act: StepAct, number: number): string {
  const marker = `${number}. `
  return `${marker}${itemText(act, ' '.repeat(marker.length))}`
}

function itemText(act: StepAct, indent: string): string {
  switch (act.kind) {
    case 'click':
      return `Click **${escapeMarkdown(act.label)}**.`
    case 'choose':
      return `In **${escapeMarkdown(act.label)}** choose **${escapeMarkdown(act.value)}**.`
    case 'enter':
      return `In **${escapeMarkdown(act.label)}** enter:\n\n${indented(codeBlock(act.value, act.language).markdown, indent)}`
    case 'secret': {
      const format = inlineCode(act.format).markdown
      const from = act.from === '' ? '' : ` (${escapeMarkdown(act.from)})`
      return `In **${escapeMarkdown(act.label)}** enter ${format}, with the secret ${inlineCode(act.secret).markdown}${from} in the place of \`\${secret}\`.`
    }
    case 'do':
      return act.words.map(wordMarkdown).join('')
    default:
      return unreachable(act)
  }
}

function wordMarkdown(word: Word): string {
  return typeof word === 'string' ? escapeMarkdown(word) : `**${escapeMarkdown(word.onScreen)}**`
}

/** A block in a list item stands under its text. */
function indented(block: string, indent: string): string {
  return block
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n')
}
