import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ContractResult } from '../../contract/contract-result.ts'
import type { Report } from '../report.ts'
import { plural } from '../summary.ts'
import { count, scrollable, shown } from './nodes.ts'

/** Each webhook in each environment with its checks; those that failed come first. */
export function testsSection({ results }: Report): Element {
  const ordered = [...results.filter(isFailed), ...results.filter((each) => !isFailed(each))]
  return h('section#tests', { ariaLabelledBy: 'tests-title' }, [
    h('h2#tests-title', 'Contract tests'),
    ...(ordered.length === 0
      ? [h('p.empty', 'Nothing was tested.')]
      : ordered.map((result, nth) =>
          testDetails(result, { isOpen: nth === 0 && isFailed(result) }),
        )),
  ])
}

function testDetails(result: ContractResult, { isOpen }: { readonly isOpen: boolean }): Element {
  const { program, environment, webhook, leads, checks, target, assumptionSets } = result
  const failed = checks.filter((check) => check.failed > 0).length
  const verdict = failed === 0 ? 'passed' : `${plural(failed, 'check')} failed`
  const name = shown(`${webhook} in ${environment}`)
  return h('details.test', { open: isOpen }, [
    h('summary', [
      h('span', { className: ['badge', failed === 0 ? 'passed' : 'error'] }, verdict),
      h('strong', name),
      h('span.of', ` ${shown(program)}, ${count(leads)} ${leads === 1 ? 'lead' : 'leads'}`),
    ]),
    h('p.of', `Target ${target}, ${plural(assumptionSets, 'combination')} of assumptions.`),
    scrollable(`Checks of ${name}`, checksTable(result)),
  ])
}

function checksTable({ checks }: ContractResult): Element {
  return h('table.checks', [
    h(
      'thead',
      h(
        'tr',
        ['Check', 'Passed', 'Failed'].map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      checks.map(({ check, passed, failed }) =>
        h('tr', { className: failed > 0 ? ['failed'] : [] }, [
          h('th', { scope: 'row' }, h('code', shown(check))),
          h('td.number', count(passed)),
          h('td.number', failed > 0 ? h('strong', `✗ ${count(failed)}`) : '0'),
        ]),
      ),
    ),
  ])
}

function isFailed({ checks }: ContractResult): boolean {
  return checks.some(({ failed }) => failed > 0)
}
