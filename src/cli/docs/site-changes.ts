import { fingerprint } from '../../base/fingerprint.ts'
import type { HostFiles } from '../../host/host.ts'
import type { OutputFile } from '../../render/output-file.ts'
import { RefusedError } from '../command.ts'
import { MANIFEST_FILE, NO_MANIFEST, readManifest, type SiteManifest } from './site-manifest.ts'

/** What a build would do to the folder of a site. Paths are relative to it. */
export interface SiteChanges {
  readonly written: readonly OutputFile[]
  readonly removed: readonly string[]
  /** What the folder's manifest says afterwards, PDFs that are printed by then left out. */
  readonly manifest: SiteManifest
}

export interface SiteFolder {
  readonly folder: string
  readonly files: HostFiles
}

/**
 * Compares a folder with what stands in it after a build. Of a part of the site, nothing else is
 * touched; of a whole one, files go that an earlier build has listed and this one does not make.
 */
export function siteChanges(
  made: readonly OutputFile[],
  isWhole: boolean,
  { folder, files }: SiteFolder,
): SiteChanges {
  const found = readManifest(folder, files)
  const before = found ?? NO_MANIFEST
  const read = (path: string): string | undefined => files.readText(`${folder}/${path}`)
  const written = made.filter(({ path, content }) => read(path) !== content)
  const paths = written.map(({ path }) => path)
  refuseForeign([...paths, ...(found === undefined ? [MANIFEST_FILE] : [])], before, {
    folder,
    files,
  })
  const current = new Map(made.map(({ path, content }) => [path, content]))
  const isCurrent = (path: string): boolean => isKept(path, { before, current, isWhole })
  const removed = before.files.filter(
    (path) => !isCurrent(path) && files.readBytes(`${folder}/${path}`) !== undefined,
  )
  const kept = before.files.filter(isCurrent)
  const printed = Object.entries(before.printed).filter(([path]) => kept.includes(path))
  return {
    written,
    removed,
    manifest: {
      files: [...new Set([...kept, ...current.keys()])],
      printed: Object.fromEntries(printed),
      isWhole: isWhole || before.isWhole,
    },
  }
}

interface Standing {
  readonly before: SiteManifest
  readonly current: ReadonlyMap<string, string>
  readonly isWhole: boolean
}

/** A PDF stays as long as its page is the one that it was printed from. */
function isKept(path: string, { before, current, isWhole }: Standing): boolean {
  if (current.has(path)) return true
  const page = pageOfPdf(path)
  if (page === undefined) return !isWhole
  const html = current.get(page)
  return html === undefined ? !isWhole : before.printed[path] === fingerprint(html)
}

/** The page of a PDF; undefined for another file. */
function pageOfPdf(path: string): string | undefined {
  return path.endsWith('.pdf') ? path.replace(/\.pdf$/, '.html') : undefined
}

/** Files that no earlier build has listed belong to somebody else. */
export function refuseForeign(
  paths: readonly string[],
  { files: own }: SiteManifest,
  { folder, files }: SiteFolder,
): void {
  const foreign = paths.find(
    (path) => !own.includes(path) && files.readBytes(`${folder}/${path}`) !== undefined,
  )
  if (foreign === undefined) return
  throw new RefusedError(
    `"${folder}/${foreign}" was not written by "docs build" and is not replaced; name another folder with --out, or move that file away`,
  )
}
