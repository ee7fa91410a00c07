import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { schemaKeywords } from '../receiver/schema-keywords.ts'
import type { CoverageCell } from './coverage.ts'
import type { TriedAnswer } from './try-answers.ts'

/**
 * How often each keyword of the response schema was kept at its edge and broken, by place. A keyword that
 * no answer broke alone has a cell that says so; inside a choice no keyword can be broken alone.
 */
export function responseCoverage(
  { response: contract, responseType }: CompiledWebhook,
  answers: readonly TriedAnswer[],
): readonly CoverageCell[] {
  const counts = new Map<string, CoverageCell>()
  const add = (
    place: string,
    keyword: string,
    column: 'valid' | 'invalid',
    tried: number,
  ): void => {
    const row = `${place === '' ? '/' : place} ${keyword}`
    const key = `${row} ${column}`
    const before = counts.get(key)?.tried ?? 0
    counts.set(key, { area: 'response-schema', row, column, tried: before + tried, failed: 0 })
  }
  if (contract === undefined || answers.length === 0) return []
  for (const { answer } of answers) {
    add(answer.place, answer.keyword, answer.isValid ? 'valid' : 'invalid', 1)
  }
  for (const { place, keyword } of schemaKeywords(contract, responseType === 'XML'))
    add(place, keyword, 'invalid', 0)
  return [...counts.values()]
}
