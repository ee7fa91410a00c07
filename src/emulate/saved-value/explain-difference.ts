import { firstDifference } from '../../base/first-difference.ts'
import type { Cause } from './cause.ts'
import { CAUSES } from './causes.ts'

interface Explanation {
  readonly causes: readonly Cause[]
  readonly isExplained: boolean
}

/** The fewest causes that explain all that differs; else those of the first line that differs. */
export function explainDifference(expected: string, found: string): Explanation {
  const all = fewestCauses(expected, found)
  if (all !== undefined) return { causes: all, isExplained: true }
  const [expectedLine, foundLine] = firstLines(expected, found)
  return { causes: fewestCauses(expectedLine, foundLine) ?? [], isExplained: false }
}

/** Undefined where all causes together do not make the texts the same. The strongest are given up first. */
function fewestCauses(expected: string, found: string): readonly Cause[] | undefined {
  if (!makesSame(CAUSES, expected, found)) return undefined
  return CAUSES.reduceRight((kept, cause) => {
    const rest = kept.filter((candidate) => candidate !== cause)
    return makesSame(rest, expected, found) ? rest : kept
  }, CAUSES)
}

function makesSame(causes: readonly Cause[], expected: string, found: string): boolean {
  return foldAll(causes, expected) === foldAll(causes, found)
}

function foldAll(causes: readonly Cause[], text: string): string {
  return causes.reduce((folded, cause) => cause.fold(folded), text)
}

function firstLines(expected: string, found: string): readonly [string, string] {
  const at = firstDifference(expected, found)?.at ?? 0
  return [lineAt(expected, at), lineAt(found, at)]
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return text.slice(start, end === -1 ? text.length : end)
}
