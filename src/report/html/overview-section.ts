import type { Element } from 'hast'
import { h } from 'hastscript'
import { coveredPercent } from '../../contract/coverage.ts'
import { coverageByWebhook } from '../../contract/coverage-by-webhook.ts'
import type { Report } from '../report.ts'
import { suppressedWords } from '../summary.ts'
import { copyable, count, shown } from './nodes.ts'

/** The run in numbers, and how to have it again. */
export function overviewSection(report: Report): Element {
  return h('section.overview', { ariaLabel: 'Overview' }, [
    ...numbers(report),
    h(
      'ul.checked',
      [...report.checked.map(({ text }) => text), ...suppressedWords(report)].map((text) =>
        h('li', shown(text)),
      ),
    ),
    ...(report.run === undefined ? [] : [copyable('The same again', report.run.command)]),
  ])
}

function numbers({ results }: Report): readonly Element[] {
  if (results.length === 0) return []
  const checks = results.flatMap((result) => result.checks)
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0)
  const failed = checks.filter((check) => check.failed > 0).length
  const cells = coverageByWebhook(results).flatMap((webhook) => webhook.cells)
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Webhooks tested', count(results.length)],
    ['Leads judged', count(sum(results.map(({ leads }) => leads)))],
    ['Checks failed', `${count(failed)} of ${count(checks.length)}`],
    ['Cells covered', cells.length === 0 ? 'none' : `${coveredPercent(cells)} %`],
  ]
  return [
    h(
      'dl.numbers',
      facts.map(([label, value]) => h('div', [h('dt', label), h('dd', value)])),
    ),
  ]
}
