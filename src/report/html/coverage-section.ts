import type { Element } from 'hast'
import { h } from 'hastscript'
import { coveredPercent, type CoverageCell } from '../../contract/coverage.ts'
import { coverageTables, type AreaTable, type CoverageTable } from '../coverage-table.ts'
import type { Report } from '../report.ts'
import { count, scrollable, shown } from './nodes.ts'

/** What was tried, as tables whose cells say in words what their colour says. */
export function coverageSection({ results }: Report): readonly Element[] {
  const tables = coverageTables(results)
  if (tables.length === 0) return []
  return [
    h('section#coverage', { ariaLabelledBy: 'coverage-title' }, [
      h('h2#coverage-title', 'Coverage'),
      legend(),
      ...tables.map((table, nth) => webhookDetails(table, { isFirst: nth === 0 })),
    ]),
  ]
}

function legend(): Element {
  return h('ul.legend', [
    h('li', [h('span.cell.level-3', '12'), 'tried so many times']),
    h('li', [h('span.cell.failing', '✗2'), 'so many of them failed']),
    h('li', [h('span.cell.untried', '0'), 'possible, and not tried']),
    h('li', [h('span.cell.absent', '·'), 'does not apply']),
  ])
}

function webhookDetails(
  { program, webhook, cells, areas }: CoverageTable,
  { isFirst }: { readonly isFirst: boolean },
): Element {
  const untried = cells.filter(({ tried }) => tried === 0).length
  return h('details.test', { open: isFirst || untried > 0 }, [
    h('summary', [
      h(
        'span',
        { className: ['badge', untried === 0 ? 'passed' : 'warning'] },
        `${coveredPercent(cells)} %`,
      ),
      h('strong', shown(webhook)),
      h('span.of', ` ${shown(program)}, ${count(cells.length)} cells, ${count(untried)} not tried`),
    ]),
    ...areas.map((area) => areaFigure(area, shown(webhook))),
  ])
}

function areaFigure(area: AreaTable, webhook: string): Element {
  const most = Math.max(...area.rows.flatMap(({ cells }) => cells.map(({ tried }) => tried)))
  return h('figure.area', [
    h('figcaption', area.title),
    scrollable(
      `${area.title}, ${webhook}`,
      h('table.heat', [
        h(
          'thead',
          h('tr', [
            h('td'),
            ...area.columns.map((column) => h('th', { scope: 'col' }, h('span', shown(column)))),
          ]),
        ),
        h(
          'tbody',
          area.rows.map(({ name, cells }) =>
            h('tr', [
              h('th', { scope: 'row' }, shown(name)),
              ...area.columns.map((column) =>
                cellOf(
                  cells.find((cell) => cell.column === column),
                  most,
                ),
              ),
            ]),
          ),
        ),
      ]),
    ),
  ])
}

function cellOf(cell: CoverageCell | undefined, most: number): Element {
  if (cell === undefined) return h('td.absent', '·')
  const { tried, failed } = cell
  if (tried === 0) return h('td.untried', '0')
  if (failed > 0) return h('td.failing', `✗${count(failed)}`)
  return h('td', { className: [`level-${levelOf(tried, most)}`] }, count(tried))
}

/** From 1 to 4, by orders of magnitude: a class with one value is tried less often than one with twenty. */
function levelOf(tried: number, most: number): number {
  return most <= 1 ? 4 : 1 + Math.min(3, Math.floor((4 * Math.log(tried)) / Math.log(most)))
}
