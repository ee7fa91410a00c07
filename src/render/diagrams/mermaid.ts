import { visibleText } from '../../base/visible-text.ts'
import type { SequenceDiagram, StateDiagram } from './diagram.ts'

/** Mermaid's source of a sequence, with its title and description for readers who do not see it. */
export function mermaidSequence(diagram: SequenceDiagram): string {
  const { title, description, participants, messages } = diagram
  const idOf = (name: string): string => `p${participants.indexOf(name) + 1}`
  return [
    'sequenceDiagram',
    `  accTitle: ${plain(title)}`,
    `  accDescr: ${plain(description)}`,
    ...participants.map((name) => `  participant ${idOf(name)} as ${plain(name)}`),
    ...messages.map(
      ({ from, to, text, isAnswer }) =>
        `  ${idOf(from)}${isAnswer ? '-->>' : '->>'}${idOf(to)}: ${plain(text)}`,
    ),
  ].join('\n')
}

/** Mermaid's source of a state diagram; it begins in the first state. */
export function mermaidStates({ title, description, states, transitions }: StateDiagram): string {
  const idOf = (name: string): string => `s${states.indexOf(name) + 1}`
  return [
    'stateDiagram-v2',
    `  accTitle: ${plain(title)}`,
    `  accDescr: ${plain(description)}`,
    ...states.map((name) => `  state "${plain(name)}" as ${idOf(name)}`),
    `  [*] --> s1`,
    ...transitions.map(
      ({ from, to, text }) =>
        `  ${idOf(from)} --> ${idOf(to)}: ${plain(text).replaceAll(':', '#58;')}`,
    ),
  ].join('\n')
}

/**
 * A name in Mermaid's source: what ends a statement, opens a directive or is markup there is written as
 * a character code, which Mermaid shows as the character.
 */
function plain(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ')).replace(
    /[#;"<>{}%`\\|[\]]/g,
    (character) => `#${character.charCodeAt(0)};`,
  )
}
