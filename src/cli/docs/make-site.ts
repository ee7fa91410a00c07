import { hiddenTexts } from '../../lint/hidden-texts.ts'
import type { OutputFile } from '../../render/output-file.ts'
import { renderIndex } from '../../site/index-page.ts'
import {
  pagePath,
  sharedFiles,
  sitePage,
  type SiteAssets,
  type SiteInput,
} from '../../site/render-site.ts'
import type { SitePage } from '../../site/site-page.ts'
import { RefusedError } from '../command.ts'
import { isInside, renderInputOf, type BuildInput } from '../run-build.ts'

export interface SiteWanted {
  readonly isMade: (program: string, environment: string) => boolean
  /** True for a page that is not wanted and stands on the site all the same: the index names it. */
  readonly isThere: (file: string) => boolean
}

export interface MadeSite {
  readonly files: readonly OutputFile[]
  /** The pages that are made; those that are only named on the index are left out. */
  readonly pages: readonly SitePage[]
}

/** Every page. */
export const WHOLE_SITE: SiteWanted = { isMade: () => true, isThere: () => true }

/** The files of the site, in memory: the same definitions give the same bytes. */
export function makeSite(
  input: BuildInput,
  assets: SiteAssets,
  wanted: SiteWanted,
  onPage: (file: string) => void = () => undefined,
): MadeSite {
  const hidden = hiddenTexts(input.workspace).texts
  const renderings = input.workspace.programs.flatMap((family): readonly SiteInput[] => {
    const rendering = renderInputOf(family, input)
    const attested = (environment: string): string | undefined =>
      input.pages.attested(family.id, environment)
    return rendering === undefined ? [] : [{ ...rendering, hidden, attested }]
  })
  const made = renderings.map((rendering) => makeProgram(rendering, assets, wanted, onPage))
  const pages = made.flatMap((program) => program.pages)
  const project = input.workspace.project?.name.value ?? ''
  const index = renderIndex({ project, assets, pages: made.flatMap(({ named }) => named) })
  const files = [{ path: 'index.html', content: index }, ...made.flatMap(({ files: own }) => own)]
  checkPaths(files)
  return { files, pages }
}

interface MadeProgram extends MadeSite {
  /** On the index. */
  readonly named: readonly SitePage[]
}

function makeProgram(
  rendering: SiteInput,
  assets: SiteAssets,
  wanted: SiteWanted,
  onPage: (file: string) => void,
): MadeProgram {
  const program = rendering.family.id
  const made = rendering.compiled.flatMap((compiled) => {
    const id = compiled.program.environment.id.value
    const isMade = wanted.isMade(program, id)
    if (!isMade && !wanted.isThere(pagePath(program, id))) return []
    onPage(`${program}, ${id}`)
    return [{ page: sitePage(compiled, rendering, assets), isMade }]
  })
  const pages = made.filter(({ isMade }) => isMade).map(({ page }) => page)
  const shared = pages.length === 0 ? [] : sharedFiles(rendering, assets)
  return {
    pages,
    named: made.map(({ page }) => page),
    files: [...pages.map(({ file, html }) => ({ path: file, content: html })), ...shared],
  }
}

/** Names come from definitions: none may lead out of the folder, or be the address of another page. */
function checkPaths(files: readonly OutputFile[]): void {
  const seen = new Set<string>()
  for (const { path } of files) {
    const isPlain = path.split('/').length <= 2 && isInside(path) && !path.includes('\\')
    if (!isPlain) throw new RefusedError(`"${path}" would lead out of the folder of the site`)
    if (seen.has(path)) throw new RefusedError(`"${path}" would be the address of two pages`)
    seen.add(path)
  }
}
