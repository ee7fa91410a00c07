import type { HostFiles } from '../../host/host.ts'
import { joinPath, folderOf } from '../../model/paths.ts'
import type { LinkedDocument } from '../../site/markdown-links.ts'
import { htmlLinks, markdownLinks } from '../../site/markdown-links.ts'
import type { Surroundings } from '../../site/link-problem.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** Documents that links are looked for in, each read once, and what stands around them. */
export interface LinkedFiles extends Surroundings {
  readonly read: (path: string) => LinkedDocument | undefined
}

/** The disk as it would be after every build. */
export function linkedFiles(made: readonly SourceFile[], files: HostFiles): LinkedFiles {
  const texts = new Map(made.map(({ path, text }) => [path, text]))
  const folders = new Set(made.flatMap(({ path }) => foldersOf(path)))
  const read = new Map<string, LinkedDocument | undefined>()
  const documentAt = (path: string): LinkedDocument | undefined => {
    if (!read.has(path)) read.set(path, linked(path, texts.get(path) ?? files.readText(path)))
    return read.get(path)
  }
  return {
    read: documentAt,
    isThere: (path) =>
      texts.has(path) ||
      folders.has(path) ||
      files.readBytes(path) !== undefined ||
      files.list(path === '' ? '.' : path).length > 0,
    anchorsOf: (path) => documentAt(path)?.anchors,
    namesIn: (folder) => [
      ...files.list(folder),
      ...[...texts.keys()]
        .filter((path) => folderOf(path) === folder)
        .map((path) => path.slice(folder.length + 1)),
    ],
  }
}

function foldersOf(path: string): readonly string[] {
  const folder = folderOf(path)
  return folder === '' ? [] : [folder, ...foldersOf(folder)]
}

function linked(path: string, text: string | undefined): LinkedDocument | undefined {
  if (text === undefined) return undefined
  if (/\.(?:md|markdown)$/i.test(path)) return markdownLinks(text)
  return /\.html?$/i.test(path) ? htmlLinks(text) : undefined
}

/** The Markdown files that stand in a folder. */
export function markdownIn(folder: string, files: HostFiles): readonly SourceFile[] {
  return files
    .list(folder)
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .map((name) => joinPath(folder, name))
    .map((path) => ({ path, text: files.readText(path) ?? '' }))
}
