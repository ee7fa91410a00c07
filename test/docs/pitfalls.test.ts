import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CHECK_GROUPS } from '../../src/cli/known-checks.ts'
import { RULES } from '../../src/lint/rules.ts'

const PAGE = readFileSync('docs/pitfalls.md', 'utf8')
const KNOWN: ReadonlySet<string> = new Set([
  ...RULES.map(({ id }) => id),
  ...CHECK_GROUPS.flatMap(({ checks }) => checks.map(([id]) => id)),
])

test('what finds a pitfall is a rule or a check that there is', () => {
  const rows = [...PAGE.matchAll(/^\| ([0-9]+) +\|[^|]+\|([^|]+)\|$/gm)]
  expect(rows.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 23 }, (_, i) => i + 1),
  )
  const named = rows.flatMap(([, , by]) => [...(by ?? '').matchAll(/`([a-z-]+)`/g)])
  expect(named.length).toBeGreaterThan(50)
  expect(named.flatMap(([, id]) => id ?? []).filter((id) => !KNOWN.has(id))).toEqual([])
})
