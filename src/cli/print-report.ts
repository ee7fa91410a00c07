import { isAtLeast } from '../diagnostic/severity.ts'
import { FORMATS } from '../report/formats.ts'
import type { Report } from '../report/report.ts'
import { UsageError, type CommandContext } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { VERSION } from './version.ts'

/** Writes a report in every form that was asked for; gives the exit code, which is the same for all of them. */
export async function printReport(
  report: Omit<Report, 'toolVersion'>,
  context: CommandContext,
  { hasCoverage = false }: { readonly hasCoverage?: boolean } = {},
): Promise<number> {
  const full: Report = { ...report, toolVersion: VERSION }
  const forms = FORMATS.map(({ name, write }): Form => ({
    name,
    write: (isShownInColor) => write(full, { isColored: isShownInColor, hasCoverage }),
  }))
  await printForms(forms, 'this command', context)
  const fails = report.diagnostics.some(({ severity }) =>
    isAtLeast(severity, context.options.failLevel),
  )
  return fails ? EXIT.findings : EXIT.clean
}

/** A form in which something can be written. */
export interface Form {
  readonly name: string
  readonly write: (isColored: boolean) => string | Promise<string>
}

/**
 * Writes something in every form that was asked for, to the terminal or into the file that stands
 * behind the form's name: the only files that reports, differences and plans are written into.
 */
export async function printForms(
  forms: readonly Form[],
  what: string,
  context: CommandContext,
): Promise<void> {
  const { host, options } = context
  const wanted = options.format.length === 0 ? ['pretty'] : options.format
  const chosen = wanted.map((each) => {
    const { name, file } = splitFormat(each)
    const form = forms.find((known) => known.name === name)
    if (form !== undefined) return { form, file }
    const names = forms.map((known) => known.name).join(', ')
    throw new UsageError(`${what} has no format "${name}"; it has: ${names}`)
  })
  for (const { form, file } of chosen) {
    const text = await form.write(file === undefined && isColored(context))
    if (file === undefined) host.stdout.write(text)
    else host.files.writeText(file, text)
  }
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
