import type { Element } from 'hast'
import { h } from 'hastscript'
import {
  ANSWER_HEADS,
  answerCells,
  answerTables,
  unnoticed,
  type AnswerTable,
} from '../answer-table.ts'
import type { Report } from '../report.ts'
import { cellsTable } from './cells-table.ts'
import { count, scrollable, shown } from './nodes.ts'

/** What happens when: everything that endpoints may answer, and what follows. */
export function answersSection({ results }: Report): readonly Element[] {
  const tables = answerTables(results)
  if (tables.length === 0) return []
  return [
    h('section#answers', { ariaLabelledBy: 'answers-title' }, [
      h('h2#answers-title', 'What happens when the endpoint answers'),
      ...tables.map(webhookDetails),
    ]),
  ]
}

function webhookDetails({ program, webhook, environments, said }: AnswerTable): Element {
  const missed = unnoticed(said)
  const name = shown(`${webhook} in ${environments.join(', ')}`)
  return h('details.test', [
    h('summary', [
      h(
        'span',
        { className: ['badge', missed.length === 0 ? 'passed' : 'warning'] },
        missed.length === 0 ? 'every failure is noticed' : `${count(missed.length)} unnoticed`,
      ),
      h('strong', name),
      h('span.of', ` ${shown(program)}, ${count(said.length)} kinds of answers`),
    ]),
    scrollable(
      `Answers to ${name}`,
      cellsTable(
        ANSWER_HEADS,
        said.map((row) => ({ cells: answerCells(row), isBad: missed.includes(row) })),
      ),
    ),
  ])
}
