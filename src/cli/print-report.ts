import { isAtLeast } from '../diagnostic/severity.ts'
import { FORMATS, formatNamed } from '../report/formats.ts'
import type { Report } from '../report/report.ts'
import { UsageError, type CommandContext } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { unknown } from './open-project.ts'
import { VERSION } from './version.ts'

/** Writes a report in every form that was asked for; gives the exit code, which is the same for all of them. */
export async function printReport(
  report: Omit<Report, 'toolVersion'>,
  context: CommandContext,
  { hasCoverage = false }: { readonly hasCoverage?: boolean } = {},
): Promise<number> {
  const { host, options } = context
  const full: Report = { ...report, toolVersion: VERSION }
  for (const wanted of options.format.length === 0 ? ['pretty'] : options.format) {
    const { name, file } = splitFormat(wanted)
    const format = formatNamed(name)
    if (format === undefined)
      throw new UsageError(
        unknown(
          'format',
          name,
          FORMATS.map((each) => each.name),
        ),
      )
    const text = await format.write(full, {
      isColored: file === undefined && isColored(context),
      hasCoverage,
    })
    if (file === undefined) host.stdout.write(text)
    else host.files.writeText(file, text)
  }
  const fails = report.diagnostics.some(({ severity }) => isAtLeast(severity, options.failLevel))
  return fails ? EXIT.findings : EXIT.clean
}

function splitFormat(wanted: string): { readonly name: string; readonly file: string | undefined } {
  const colon = wanted.indexOf(':')
  if (colon === -1) return { name: wanted, file: undefined }
  return { name: wanted.slice(0, colon), file: wanted.slice(colon + 1) }
}

/** Colour on a terminal, unless it is switched off; https://no-color.org. */
export function isColored({ host, options }: CommandContext): boolean {
  if (options.color !== undefined) return options.color
  return host.stdout.isTerminal && (host.environment['NO_COLOR'] ?? '') === ''
}
