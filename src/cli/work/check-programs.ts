import type { Diagnostic } from '../../diagnostic/finding.ts'
import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { CommandContext } from '../command.ts'
import { describeResults, programLines } from '../describe-results.ts'
import { narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { buildProgram, isChanged } from '../run-build.ts'
import { runLint } from '../run-lint.ts'
import { runTests } from '../run-tests.ts'
import type { TestWords } from '../test-words.ts'
import { testOptions } from './test-programs.ts'

/** Lint, build --check and test, as one report. */
export async function checkPrograms(
  names: readonly string[],
  words: TestWords,
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const findings = runLint(workspace)
  const { stale, counts } = compareFiles(workspace, context)
  const results = await runTests(
    workspace.programs,
    workspace,
    testOptions(words, context),
    context,
  )
  const failures = results.flatMap((result) => result.failures)
  return printReport(
    {
      diagnostics: orderDiagnostics([...findings, ...stale, ...failures]),
      results,
      files: workspace.files,
      checked: [...programLines(results, counts), ...describeResults(results)],
    },
    context,
  )
}

interface Comparison {
  readonly stale: readonly Diagnostic[]
  readonly counts: ReadonlyMap<string, { readonly environments: number; readonly files: number }>
}

/** Generated files that are not what the definition says; one finding a program names them all. */
function compareFiles(workspace: Workspace, { host }: CommandContext): Comparison {
  const counts = new Map<string, { environments: number; files: number }>()
  const stale = workspace.programs.flatMap((family): readonly Diagnostic[] => {
    const built = buildProgram(family, workspace, host.files)
    const changed = built.filter(isChanged)
    counts.set(family.id, {
      environments: family.deployments.length,
      files: built.length - changed.length,
    })
    const [first] = family.deployments
    if (changed.length === 0 || first === undefined) return []
    return [
      {
        rule: 'generated-up-to-date',
        severity: 'error',
        at: first.program.id.at,
        message: `${changed.length} generated files of "${family.id}" are not up to date`,
        effect: `people would follow an old page: ${changed.map(({ path }) => path).join(', ')}`,
        help: `run: hookbook build ${family.id}`,
      },
    ]
  })
  return { stale, counts }
}
