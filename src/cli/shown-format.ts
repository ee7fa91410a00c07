import { UsageError, type CommandContext } from './command.ts'

/** Whether what is shown is wanted for programs; the global option says in which form, and a view has two. */
export function isShownAsJson({ options }: CommandContext, view: string): boolean {
  const [format = 'pretty', ...more] = options.format
  if (more.length > 0 || !['pretty', 'json'].includes(format))
    throw new UsageError(`${view} has the formats pretty and json, one at a time`)
  return format === 'json'
}
