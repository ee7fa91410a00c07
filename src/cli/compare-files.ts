import type { Diagnostic } from '../diagnostic/finding.ts'
import type { HostFiles } from '../host/host.ts'
import type { BuiltProgram } from '../report/report.ts'
import { buildProgram, isChanged, type BuildInput, type BuiltFile } from './run-build.ts'

export interface Comparison {
  readonly stale: readonly Diagnostic[]
  readonly programs: readonly BuiltProgram[]
  /** Every generated file, as it is and as it should be. */
  readonly built: readonly BuiltFile[]
}

/** Generated files that are not what the definition says; one finding a program names them all. */
export function compareFiles(input: BuildInput, files: HostFiles): Comparison {
  const { workspace, pages } = input
  const programs: BuiltProgram[] = []
  const all: BuiltFile[] = []
  const stale = workspace.programs.flatMap((family): readonly Diagnostic[] => {
    const built = buildProgram(family, input, files)
    const changed = built.filter(isChanged)
    all.push(...built)
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
  return { stale, programs, built: all }
}
