import { plural } from '../../report/summary.ts'
import type { CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { narrow, openProject, selectPrograms } from '../open-project.ts'
import { obstacleTo } from '../obstacle-to.ts'
import { printReport } from '../print-report.ts'
import { readPages } from '../read-pages.ts'
import {
  buildProgram,
  isChanged,
  writeBuilt,
  type BuildInput,
  type BuiltFile,
} from '../run-build.ts'
import { showDifference } from '../show-difference.ts'

/** Writes the generated files, or with `isCheck` only compares them. A definition that could not be read is not built. */
export async function buildPrograms(
  names: readonly string[],
  isCheck: boolean,
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const pages = await readPages(workspace, context.host.files)
  const input: BuildInput = { workspace, pages }
  const obstacle = obstacleTo(input, context.host)
  if (obstacle !== undefined) return printReport(obstacle, context)
  const built = builtFiles(input, context)
  return isCheck ? reportDifferences(built, context) : write(built, context)
}

/** The generated files of all programs of a workspace. */
function builtFiles(input: BuildInput, { host }: CommandContext): readonly BuiltFile[] {
  return input.workspace.programs.flatMap((family) => buildProgram(family, input, host.files))
}

function reportDifferences(built: readonly BuiltFile[], { host, options }: CommandContext): number {
  const changed = built.filter(isChanged)
  for (const file of changed) host.stdout.write(showDifference(file))
  if (changed.length > 0) {
    host.stdout.write(
      `${plural(changed.length, 'generated file')} not up to date; run: hookbook build\n`,
    )
    return EXIT.findings
  }
  if (!options.quiet) host.stdout.write(`${plural(built.length, 'generated file')} up to date\n`)
  return EXIT.clean
}

function write(built: readonly BuiltFile[], { host, options }: CommandContext): number {
  const written = writeBuilt(built, host.files)
  if (options.quiet) return EXIT.clean
  for (const path of written) host.stdout.write(`${path}\n`)
  host.stdout.write(`${plural(built.length, 'file')} built, ${written.length} changed\n`)
  return EXIT.clean
}
