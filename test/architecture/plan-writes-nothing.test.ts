import { expect, test } from 'vitest'
import { readSourceTree, type SourceModule } from './source-tree.ts'

const modules = new Map(readSourceTree().map((module) => [module.path, module]))

/** Everything that a module brings along. */
function reachedFrom(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const target of modules.get(path)?.imports ?? []) reachedFrom(target, seen)
  return seen
}

const WRITES =
  /\bfiles\.(?:writeText|writeBytes|appendTo|appendSafelyTo|remove)\(|\b(?:rmSync|writeFileSync|writeFileAtomic)\(/

function writers(path: string): readonly string[] {
  return [...reachedFrom(path)]
    .map((each) => modules.get(each))
    .filter((module): module is SourceModule => module !== undefined)
    .filter(({ layer, text }) => layer !== 'host' && WRITES.test(text))
    .map((module) => module.path)
    .sort()
}

test('what makes a plan writes the file of --out, and has no other way to write', () => {
  // A report goes into files that --format names, and a plan takes no such format.
  expect(writers('cli/work/make-plan.ts')).toEqual(['cli/print-report.ts', 'cli/work/make-plan.ts'])
  const text = modules.get('cli/work/make-plan.ts')?.text ?? ''
  expect(text.match(new RegExp(WRITES, 'g'))).toHaveLength(1)
  expect(text).toMatch(/if \(words\.out !== undefined\) host\.files\.writeText\(words\.out, /)
})

test('what makes a plan calls nobody', () => {
  const callers = [...reachedFrom('cli/work/make-plan.ts')].filter((path) =>
    /\bhost\.(?:transport|serve|resolve|openBrowser)/.test(modules.get(path)?.text ?? ''),
  )
  expect(callers).toEqual([])
})

test('the plan itself is made of values alone', () => {
  expect(writers('steps/plan-between.ts')).toEqual([])
  expect(writers('steps/plan-attested.ts')).toEqual([])
})
