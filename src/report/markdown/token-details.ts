import type { RootContent } from 'mdast'
import type { Report } from '../report.ts'
import {
  breaksWith,
  countVerdicts,
  placeOfToken,
  tokenTables,
  type TokenTable,
} from '../token-table.ts'
import { code, folded, heading, paragraph, table } from './nodes.ts'

/** What more have to say would be left out for its size. */
const MOST_RESULTS = 60

/** Folded, a webhook each: the tokens that are not proven. */
export function tokenDetails({ results }: Report): readonly RootContent[] {
  const tables = results.length > MOST_RESULTS ? [] : tokenTables(results)
  if (tables.length === 0) return []
  return [
    heading(3, 'Tokens'),
    ...tables.flatMap((each, nth) =>
      folded(`Webhook ${nth + 1}: ${countVerdicts(each.said)}`, detailsOf(each)),
    ),
  ]
}

function detailsOf({ program, webhook, environments, said }: TokenTable): readonly RootContent[] {
  const left = said.filter(({ verdict }) => verdict !== 'proven')
  const of = paragraph(code(webhook), ' of ', code(program), ' in ', code(environments.join(', ')))
  if (left.length === 0) return [of, paragraph('Every token is proven.')]
  return [
    of,
    table(
      ['Token', 'Where', 'Verdict', 'Breaks with'],
      left.map((token) => [
        code(token.token),
        code(placeOfToken(token)),
        token.verdict,
        code(breaksWith(token)),
      ]),
    ),
  ]
}
