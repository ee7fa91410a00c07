import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { OutputFile } from '../../render/output-file.ts'
import { plural } from '../../report/summary.ts'
import { pagePath, type SiteAssets } from '../../site/render-site.ts'
import type { BuildInput } from '../run-build.ts'
import { makeSite, WHOLE_SITE, type SiteWanted } from './make-site.ts'
import { siteChanges, type SiteFolder } from './site-changes.ts'
import { readManifest, type SiteManifest } from './site-manifest.ts'

export interface SiteState {
  /** What a build of the whole site would write. */
  readonly made: readonly OutputFile[]
  readonly stale: readonly Diagnostic[]
  readonly words: string
}

/** Holds the pages that were built against the definitions. Where none were, nothing is stale. */
export function checkSite(
  input: BuildInput,
  { assets, ...site }: SiteFolder & { readonly assets: SiteAssets },
  onPage: (page: string) => void,
): SiteState {
  const { files: made } = makeSite(input, assets, WHOLE_SITE, onPage)
  const manifest = readManifest(site.folder, site.files)
  if (manifest === undefined) {
    return { made, stale: [], words: `no pages built in "${site.folder}"` }
  }
  const expected = manifest.isWhole
    ? made
    : makeSite(input, assets, wantedBy(manifest), onPage).files
  const { written, removed } = siteChanges(expected, true, site)
  const changed = [...written.map(({ path }) => path), ...removed]
  const words = `${plural(expected.length - written.length, 'built file')} up to date`
  return { made, stale: staleFindings(changed, input, site), words }
}

/** The pages of a site of which only a part was ever built. */
function wantedBy({ files }: SiteManifest): SiteWanted {
  return {
    isMade: (program, environment) => files.includes(pagePath(program, environment)),
    isThere: () => false,
  }
}

/** One finding for each program, and one for what belongs to none. */
function staleFindings(
  changed: readonly string[],
  { workspace }: BuildInput,
  { folder }: SiteFolder,
): readonly Diagnostic[] {
  const { project, programs } = workspace
  const places = [
    ...programs.flatMap(({ id, deployments: [first] }) =>
      first === undefined ? [] : [{ id, at: first.program.id.at }],
    ),
    ...(project === undefined ? [] : [{ id: undefined, at: project.name.at }]),
  ]
  const ownerOf = (path: string): string | undefined =>
    programs.find(({ id }) => path.startsWith(`${id}/`))?.id
  return places.flatMap(({ id, at }) => {
    const own = changed.filter((path) => ownerOf(path) === id)
    if (own.length === 0) return []
    const whose = id === undefined ? 'the site' : `"${id}"`
    return [
      {
        rule: 'site-up-to-date',
        severity: 'error',
        at,
        message: `${plural(own.length, 'built file')} of ${whose} in "${folder}" not up to date`,
        effect: `people would follow an old page: ${own.map((path) => `${folder}/${path}`).join(', ')}`,
        help: `run: hookbook docs build${folder === 'site' ? '' : ` --out ${folder}`}`,
      },
    ]
  })
}
