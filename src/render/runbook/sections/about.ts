import { lifecycleDiagram } from '../../diagrams/lifecycle-diagram.ts'
import { mermaidSequence, mermaidStates } from '../../diagrams/mermaid.ts'
import { sequenceDiagram } from '../../diagrams/sequence-diagram.ts'
import { codeBlock, escapeMarkdown, numberedList, type Markdown } from '../../markdown.ts'
import { GLOSSARY } from '../glossary.ts'
import { section, type Section } from '../section.ts'

export const ABOUT: Section = section({
  number: 8,
  name: 'about',
  title: 'What this is',
  shape: {
    summary: 'text',
    sequence: 'text',
    sequenceLines: ['text'],
    states: 'text',
    stateLines: ['text'],
    glossary: [{ word: 'text', meaning: 'text' }],
  },
  view: ({ context }) => {
    const sequence = sequenceDiagram(context.compiled)
    const states = lifecycleDiagram(context.compiled)
    return {
      summary: context.compiled.program.summary?.value ?? context.compiled.program.title.value,
      sequence: codeBlock(mermaidSequence(sequence), 'mermaid'),
      sequenceLines: numberedList(
        sequence.messages.map(({ from, to, text }) => plain(`${from} to ${to}: ${text}.`)),
      ),
      states: codeBlock(mermaidStates(states), 'mermaid'),
      stateLines: numberedList(
        states.transitions.map(({ from, to, text }) => plain(`From ${from} to ${to}: ${text}.`)),
      ),
      glossary: GLOSSARY.map(({ word, meaning }) => ({ word, meaning })),
    }
  },
})

function plain(text: string): Markdown {
  return { markdown: escapeMarkdown(text) }
}
