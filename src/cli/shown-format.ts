import { UsageError, type CommandContext } from './command.ts'

/** Whether what is shown is wanted for programs; the global option says in which form, and a view has two. */
export function isShownAsJson({ options }: CommandContext, view: string): boolean {
  const [format = 'pretty', ...more] = options.format
  if (more.length > 0 || !['pretty', 'json'].includes(format))
    throw new UsageError(`${view} has the formats pretty and json, one at a time`)
  return format === 'json'
}

/** The one form in which a view is printed; it is never written into a file. */
export function viewFormat(
  { options }: CommandContext,
  view: string,
  formats: readonly string[],
): string {
  const [format = formats[0] ?? '', ...more] = options.format
  if (more.length > 0 || !formats.includes(format))
    throw new UsageError(
      `${view} has the formats ${formats.join(', ')}, one at a time and without a file`,
    )
  return format
}
