import type { HostFiles } from '../../host/host.ts'
import { folderOf, joinPath } from '../../model/paths.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { LinkGroup, LinkSource } from './check-links.ts'
import { markdownIn, type LinkedFiles } from './linked-files.ts'

export interface Documents {
  readonly workspace: Workspace
  /** Generated files, under their paths. */
  readonly markdown: readonly SourceFile[]
  /** Pages of the site, under their paths. */
  readonly html: readonly SourceFile[]
  /** Of the site. */
  readonly folder: string
}

/** What links are looked for in: for each program what its people wrote, then what is made from that; then the rest. */
export function linkGroups(
  { workspace, markdown, html, folder }: Documents,
  around: LinkedFiles,
  files: HostFiles,
): readonly LinkGroup[] {
  const programs = workspace.programs.map((family): LinkGroup => {
    const isOwn = (root: string) => (file: SourceFile) => file.path.startsWith(`${root}/`)
    const made = markdown.filter(isOwn(family.folder)).filter(({ path }) => path.endsWith('.md'))
    const pages = html.filter(isOwn(`${folder}/${family.id}`)).filter(isPage)
    const runbooks = made.filter(({ path }) => path.endsWith('/runbook.md'))
    const written = markdownIn(family.folder, files).map((file): LinkSource =>
      file.path.endsWith('/notes.md')
        ? { file, anchors: sharedAnchors(runbooks, around) }
        : { file },
    )
    return { documents: [...written, ...[...made, ...pages].map((file) => ({ file }))] }
  })
  const beside = markdownIn(folderOf(workspace.project?.file ?? ''), files)
  const index = html.filter(({ path }) => path === joinPath(folder, 'index.html'))
  return [
    ...programs,
    { documents: beside.map((file) => ({ file })) },
    { documents: index.map((file) => ({ file })) },
  ]
}

function isPage({ path }: SourceFile): boolean {
  return path.endsWith('.html')
}

/** A note stands on every page of its program: its links have to lead somewhere on each. */
function sharedAnchors(runbooks: readonly SourceFile[], around: LinkedFiles): ReadonlySet<string> {
  const [first, ...others] = runbooks.map(({ path }) => around.anchorsOf(path) ?? new Set<string>())
  return new Set([...(first ?? [])].filter((anchor) => others.every((each) => each.has(anchor))))
}
