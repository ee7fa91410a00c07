import { figure } from '../../base/figure.ts'
import type { SiteChanges, SiteFolder } from './site-changes.ts'
import { MANIFEST_FILE, manifestText, readManifest, type SiteManifest } from './site-manifest.ts'

/**
 * Brings a folder up to date. What is about to be written is listed first, so that a build that was
 * killed finds its own files again.
 */
export function writeSite({ written, removed, manifest }: SiteChanges, site: SiteFolder): void {
  const before = readManifest(site.folder, site.files)?.files ?? []
  if (written.length > 0 || removed.length > 0)
    writeManifest({ ...manifest, files: [...new Set([...before, ...manifest.files])] }, site)
  for (const { path, content } of written) site.files.writeText(`${site.folder}/${path}`, content)
  for (const path of removed) site.files.remove(`${site.folder}/${path}`)
  writeManifest(manifest, site)
}

export function writeManifest(manifest: SiteManifest, { folder, files }: SiteFolder): void {
  const path = `${folder}/${MANIFEST_FILE}`
  const text = manifestText(manifest)
  if (files.readText(path) !== text) files.writeText(path, text)
}

/** `1,234 kB` of what stands on the disk. */
export function sizeOf(paths: readonly string[], { folder, files }: SiteFolder): string {
  const bytes = paths.reduce(
    (sum, path) => sum + (files.readBytes(`${folder}/${path}`)?.byteLength ?? 0),
    0,
  )
  return `${figure(Math.round(bytes / 1000))} kB`
}
