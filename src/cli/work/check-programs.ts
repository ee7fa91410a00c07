import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { BuiltProgram } from '../../report/report.ts'
import type { CommandContext } from '../command.ts'
import { openFoundFolder } from '../found-folder.ts'
import { narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { readPages } from '../read-pages.ts'
import { buildProgram, isChanged, type BuildInput } from '../run-build.ts'
import { runLint } from '../run-lint.ts'
import { reportRun } from '../report-run.ts'
import { testAndKeep } from '../test-and-keep.ts'
import type { TestWords } from '../test-words.ts'

/** Lint, build --check and test, as one report. */
export async function checkPrograms(
  names: readonly string[],
  words: TestWords,
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const pages = await readPages(workspace, context.host.files)
  const findings = [...runLint(workspace), ...pages.diagnostics]
  const { stale, programs } = compareFiles({ workspace, pages }, context)
  const folder = openFoundFolder(all, context.host.files)
  const tested = await testAndKeep({ all, workspace, names, folder }, words, context)
  const report = reportRun({
    run: { ...tested.run, programs },
    results: tested.results,
    beside: [...findings, ...stale, ...tested.beside],
    files: [...workspace.files, ...pages.files, ...tested.files],
    isOneLead: words.path !== undefined,
  })
  return printReport(report, context, { hasCoverage: words.coverage === true })
}

interface Comparison {
  readonly stale: readonly Diagnostic[]
  readonly programs: readonly BuiltProgram[]
}

/** Generated files that are not what the definition says; one finding a program names them all. */
function compareFiles(input: BuildInput, { host }: CommandContext): Comparison {
  const { workspace, pages } = input
  const programs: BuiltProgram[] = []
  const stale = workspace.programs.flatMap((family): readonly Diagnostic[] => {
    const built = buildProgram(family, input, host.files)
    const changed = built.filter(isChanged)
    programs.push({
      id: family.id,
      environments: family.deployments.length,
      files: built.length - changed.length,
    })
    const [first] = family.deployments
    // A page that cannot be made as the team wants it is reported already.
    const isReported = pages.diagnostics.length > 0
    if (changed.length === 0 || first === undefined || isReported) return []
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
  return { stale, programs }
}
