import type { HostFiles } from '../../host/host.ts'
import type { CommandContext } from '../command.ts'
import type { Texts } from './fix-rounds.ts'

/** The same world with one file more, which nobody has written. */
export function withNewFile(context: CommandContext, path: string, text: string): CommandContext {
  const { host } = withTexts(context, new Map([[path, text]]))
  const list: HostFiles['list'] = (folder) => {
    const names = context.host.files.list(folder)
    const start = folder === '' || folder === '.' ? '' : `${folder}/`
    if (!path.startsWith(start)) return names
    const rest = path.slice(start.length)
    const name = rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest
    return names.includes(name) ? names : [...names, name].sort()
  }
  return { ...context, host: { ...host, files: { ...host.files, list } } }
}

/** The same world with other texts in some files, which nobody has written. */
export function withTexts(context: CommandContext, texts: Texts): CommandContext {
  const { files } = context.host
  const replaced: HostFiles = {
    ...files,
    readText: (path) => texts.get(path) ?? files.readText(path),
  }
  return { ...context, host: { ...context.host, files: replaced } }
}
