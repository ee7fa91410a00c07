import { visibleText } from '../../base/visible-text.ts'
import type { Change, OpenQuestion, OtherAnswer } from './open-questions.ts'

/** How many changes of one answer are told, and how much of each. */
const LIMITS = { changes: 3, characters: 80 } as const

/** An open question for people: what is asked, what is assumed, and what else would be sent. */
export function questionWords({ question, assumed, otherwise }: OpenQuestion): string {
  const answers = otherwise.map(answerWords).join(' ')
  return `${question} Assumed here: ${assumed}. ${answers}`
}

function answerWords({ value, changes }: OtherAnswer): string {
  const told = changes.slice(0, LIMITS.changes).map(changeWords).join(', ')
  const more = changes.length - LIMITS.changes
  return `If ${value}: ${told}${more > 0 ? `, and ${more} more` : ''}.`
}

function changeWords({ raw, shown, otherwise }: Change): string {
  return `${raw === undefined ? '' : `${raw} becomes `}${readable(otherwise)} instead of ${readable(shown)}`
}

function readable(text: string): string {
  if (text === '') return 'nothing'
  const visible = visibleText(text)
  return visible.length > LIMITS.characters ? `${visible.slice(0, LIMITS.characters)}…` : visible
}
