import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Report } from '../report.ts'
import {
  breaksWith,
  countVerdicts,
  placeOfToken,
  tokenTables,
  type TokenTable,
} from '../token-table.ts'
import { cellsTable } from './cells-table.ts'
import { scrollable, shown } from './nodes.ts'

const HEADS: readonly string[] = ['Token', 'Where', 'Encoding', 'Verdict', 'Breaks with']

/** What is proven of each token, before any lead was drawn. */
export function tokensSection({ results }: Report): readonly Element[] {
  const tables = tokenTables(results)
  if (tables.length === 0) return []
  return [
    h('section#tokens', { ariaLabelledBy: 'tokens-title' }, [
      h('h2#tokens-title', 'Tokens'),
      ...tables.map(webhookDetails),
    ]),
  ]
}

function webhookDetails({ program, webhook, environments, said }: TokenTable): Element {
  const isRefuted = said.some(({ verdict }) => verdict === 'refuted')
  const isProven = said.every(({ verdict }) => verdict === 'proven')
  const badge = isRefuted ? 'error' : isProven ? 'passed' : 'warning'
  const name = shown(`${webhook} in ${environments.join(', ')}`)
  return h('details.test', { open: isRefuted }, [
    h('summary', [
      h('span', { className: ['badge', badge] }, countVerdicts(said)),
      h('strong', name),
      h('span.of', ` ${shown(program)}`),
    ]),
    scrollable(
      `Tokens of ${name}`,
      cellsTable(
        HEADS,
        said.map((token) => ({
          cells: [
            token.token,
            placeOfToken(token),
            token.encodings.join(' or '),
            token.verdict,
            breaksWith(token),
          ],
          isBad: token.verdict === 'refuted',
        })),
      ),
    ),
  ])
}
