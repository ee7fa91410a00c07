import { expect, test } from 'vitest'
import { pageOf, renderPages, sectionOf } from '../support/pages.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

const WRITTEN = 'review: {last: 2026-11-26}'

/** lead-sync with another line about its review. */
function rendered(review: string): ReadonlyMap<string, string> {
  const files = renderPages('lead-sync', spoiledWorkspace([WRITTEN, review]))
  return new Map(files.map(({ path, content }) => [path, content]))
}

test('a review is text: it changes the stamps and no fingerprint', () => {
  const before = new Map(renderPages('lead-sync').map(({ path, content }) => [path, content]))
  const after = rendered('review: {last: 2026-10-01, every: 3m}')
  const changed = [...after].filter(([path, text]) => before.get(path) !== text)
  expect(changed.map(([path]) => path)).toEqual([
    'prod-apac/runbook.md',
    'prod-emea/runbook.md',
    'sandbox-emea/runbook.md',
  ])
  for (const [path, text] of changed) {
    const differs = text.split('\n').filter((line) => !before.get(path)?.split('\n').includes(line))
    expect(differs).toEqual([
      '| Review | every 3 months, by the owner |',
      '| Last review | 2026-10-01 |',
      '| Next review due | 2027-01-01 |',
    ])
  }
})

test('what nobody has stated is said, and no day is invented', () => {
  const stamp = sectionOf(
    [...rendered('')].find(([path]) => path.endsWith('runbook.md'))?.[1] ?? '',
    0,
  )
  expect(stamp).toContain('| Last review | never: nobody has stated a review |')
  expect(stamp).toContain('| Next review due | not known: nobody has stated the last review |')
})

test('evidence that nothing records is called not checked', () => {
  const stamp = sectionOf(pageOf(renderPages('sales-signals'), 'prod-apac/runbook.md'), 0)
  expect(stamp).toContain('| Traffic of this revision | not checked |')
  expect(stamp).toContain(
    '| Contract tests | not checked: no run is recorded; `hookbook test sales-signals --env prod-apac` runs them |',
  )
})
