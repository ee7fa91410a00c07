import type { RootContent } from 'mdast'
import { answerGroups, answerTables, unnoticed, type AnswerTable } from '../answer-table.ts'
import type { Report } from '../report.ts'
import { code, folded, heading, paragraph, table } from './nodes.ts'

/** How many answers a line names. */
const MOST_NAMED = 6

/** What more have to say would be left out for its size. */
const MOST_RESULTS = 60

/** Folded, a webhook each: what may follow, and after which answers. */
export function answerDetails({ results }: Report): readonly RootContent[] {
  const tables = results.length > MOST_RESULTS ? [] : answerTables(results)
  if (tables.length === 0) return []
  return [
    heading(3, 'What happens when the endpoint answers'),
    ...tables.flatMap((each, nth) => folded(titleOf(each, nth), detailsOf(each))),
  ]
}

function titleOf({ said }: AnswerTable, nth: number): string {
  const missed = unnoticed(said).length
  return `Webhook ${nth + 1}: ${said.length} kinds of answers, ${missed === 0 ? 'every failure is noticed' : `${missed} unnoticed`}`
}

function detailsOf({ program, webhook, environments, said }: AnswerTable): readonly RootContent[] {
  return [
    paragraph(code(webhook), ' of ', code(program), ' in ', code(environments.join(', '))),
    table(
      ['Marketo', 'Is written', 'Who notices', 'After'],
      answerGroups(said).map(({ marketo, written, notices, ids }) => [
        marketo,
        code(written),
        code(notices),
        code(shortList(ids)),
      ]),
    ),
  ]
}

function shortList(ids: readonly string[]): string {
  const rest = ids.length - MOST_NAMED
  return [...ids.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
