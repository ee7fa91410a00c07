import { inlineCode } from '../../markdown.ts'
import { section, type Section } from '../section.ts'

export const HISTORY: Section = section({
  number: 15,
  name: 'history',
  title: 'History',
  shape: { revision: 'text', command: 'text' },
  view: ({ context }) => {
    const { program } = context.compiled
    const folder = program.file.split('/').slice(0, -1).at(-1) ?? '.'
    return {
      revision: program.revision.value,
      command: inlineCode(`git log --oneline -- ${folder}`),
    }
  },
})
