import { unreachable } from '../base/unreachable.ts'
import type { StepAct } from '../steps/step.ts'
import { codeBlock, escapeMarkdown, inlineCode } from './markdown.ts'

/** One movement as an item of a numbered list. */
export function actMarkdown(act: StepAct): string {
  switch (act.kind) {
    case 'click':
      return `Click **${escapeMarkdown(act.label)}**.`
    case 'choose':
      return `In **${escapeMarkdown(act.label)}** choose **${escapeMarkdown(act.value)}**.`
    case 'enter':
      return `In **${escapeMarkdown(act.label)}** enter:\n\n${indented(codeBlock(act.value, act.language).markdown)}`
    case 'secret': {
      const format = inlineCode(act.format).markdown
      const from = act.from === '' ? '' : ` (${escapeMarkdown(act.from)})`
      return `In **${escapeMarkdown(act.label)}** enter ${format}, with the secret ${inlineCode(act.secret).markdown}${from} in the place of \`\${secret}\`.`
    }
    case 'do':
      return boldKept(act.text)
    default:
      return unreachable(act)
  }
}

/** Steps mark words of the screen with `**`; everything else in them is text. */
function boldKept(text: string): string {
  return text
    .split('**')
    .map((part, index) => (index % 2 === 1 ? `**${escapeMarkdown(part)}**` : escapeMarkdown(part)))
    .join('')
}

/** A block in a list item stands under its text. */
function indented(block: string): string {
  return block
    .split('\n')
    .map((line) => (line === '' ? '' : `   ${line}`))
    .join('\n')
}
