import type { HostFiles } from '../../host/host.ts'
import type { CommandContext } from '../command.ts'
import type { Texts } from './fix-rounds.ts'

/** The same world with other texts in some files, which nobody has written. */
export function withTexts(context: CommandContext, texts: Texts): CommandContext {
  const { files } = context.host
  const replaced: HostFiles = {
    ...files,
    readText: (path) => texts.get(path) ?? files.readText(path),
  }
  return { ...context, host: { ...context.host, files: replaced } }
}
