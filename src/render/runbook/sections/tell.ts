import { codeBlock } from '../../markdown.ts'
import { endMessage, startMessage, updateMessage } from '../messages.ts'
import { section, type Section } from '../section.ts'

export const TELL: Section = section({
  number: 7,
  name: 'tell',
  title: 'Tell',
  shape: { to: 'text', start: 'text', update: 'text', end: 'text' },
  view: (input) => {
    const { alerts, owner } = input.context.compiled.program
    const names = [alerts.escalation?.value, owner?.value, alerts.email?.value]
    return {
      to:
        [...new Set(names.flatMap((name) => name ?? []))].join(', ') || 'whoever owns the endpoint',
      start: codeBlock(startMessage(input), 'text'),
      update: codeBlock(updateMessage(input), 'text'),
      end: codeBlock(endMessage(input), 'text'),
    }
  },
})
