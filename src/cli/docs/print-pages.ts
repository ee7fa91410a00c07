import { fingerprint } from '../../base/fingerprint.ts'
import type { PdfPage, PdfPrinter } from '../../host/pdf-printer.ts'
import type { SitePage } from '../../site/site-page.ts'
import type { Progress } from '../progress.ts'
import { refuseForeign, type SiteFolder } from './site-changes.ts'
import type { SiteManifest } from './site-manifest.ts'
import { writeManifest } from './write-site.ts'

/** Prints the pages whose PDFs are missing or were printed from another page; gives their paths. */
export async function printPages(
  pages: readonly SitePage[],
  manifest: SiteManifest,
  site: SiteFolder,
  { printer, progress }: { readonly printer: PdfPrinter; readonly progress: Progress },
): Promise<readonly string[]> {
  const due = pages.filter((page) => isDue(page, manifest, site))
  refuseForeign(due.map(pdfPath), manifest, site)
  let listed = manifest
  for (const [index, page] of due.entries()) {
    progress.show(`printing ${page.file} (${index + 1} of ${due.length})`)
    const path = pdfPath(page)
    const content = await printer.print(pdfPage(page))
    listed = {
      ...listed,
      files: [...new Set([...listed.files, path])],
      printed: { ...listed.printed, [path]: fingerprint(page.html) },
    }
    writeManifest(listed, site)
    site.files.writeBytes(`${site.folder}/${path}`, content)
  }
  return due.map(pdfPath)
}

/** True where somebody has to print. */
function isDue(page: SitePage, { printed }: SiteManifest, site: SiteFolder): boolean {
  const path = pdfPath(page)
  const isThere = site.files.readBytes(`${site.folder}/${path}`) !== undefined
  return !isThere || printed[path] !== fingerprint(page.html)
}

/** Beside the page. */
function pdfPath({ file }: SitePage): string {
  return file.replace(/\.html$/, '.pdf')
}

function pdfPage({ html, runbook }: SitePage): PdfPage {
  const { id, title, environment, revision } = runbook.context.compiled.program
  return {
    html,
    header: [`${title.value}: ${environment.id.value}`, `revision ${revision.value}`],
    footer: `${id.value}, ${environment.id.value} · fingerprint ${runbook.fingerprint.slice(0, 12)}`,
  }
}
