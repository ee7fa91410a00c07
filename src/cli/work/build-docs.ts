import { plural } from '../../report/summary.ts'
import type { DocsBuildWords } from '../docs/docs-words.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { makeSite, type MadeSite } from '../docs/make-site.ts'
import { printPages } from '../docs/print-pages.ts'
import { readAssets } from '../docs/read-assets.ts'
import { siteChanges, type SiteChanges, type SiteFolder } from '../docs/site-changes.ts'
import { siteFolder } from '../docs/site-folder.ts'
import { sizeOf, writeSite } from '../docs/write-site.ts'
import { EXIT } from '../exit-codes.ts'
import { obstacleTo } from '../obstacle-to.ts'
import { checkEnvironment, narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { readPages } from '../read-pages.ts'
import { buildProgram, isChanged, type BuildInput } from '../run-build.ts'

/** Writes the pages of programs as HTML, and as PDF if wanted, from their definitions. */
export async function buildDocs(
  names: readonly string[],
  words: DocsBuildWords,
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  checkEnvironment(all, words.env)
  const programs = selectPrograms(all, names)
  const workspace = narrow(all, programs)
  const selected = { workspace, pages: await readPages(workspace, context.host.files) }
  const obstacle = obstacleTo(selected, context.host)
  if (obstacle !== undefined) return printReport(obstacle, context)

  const site: SiteFolder = { folder: siteFolder(words.out), files: context.host.files }
  const ids = programs.map(({ id }) => id)
  const isWhole = names.length === 0 && words.env === undefined
  const progress = progressLine(context.host, context.options.quiet)
  const made = makeSite(
    { workspace: all, pages: await readPages(all, context.host.files) },
    readAssets(''),
    {
      isMade: (program, environment) =>
        ids.includes(program) && (words.env ?? environment) === environment,
      isThere: (file) => !isWhole && site.files.readText(`${site.folder}/${file}`) !== undefined,
    },
    (page) => progress.show(`rendering ${page}`),
  )
  progress.done()
  if (made.pages.length === 0) throw new UsageError(nothingMade(words.env))
  const changes = siteChanges(made.files, isWhole, site)
  writeSite(changes, site)
  const printing = words.pdf === true ? await print(made, changes, site, context) : NOT_PRINTED
  tell({ made, changes, site, printed: printing.printed }, context)
  tellStale(selected, context)
  return printing.exitCode
}

function nothingMade(environment: string | undefined): string {
  return environment === undefined
    ? 'there is no program to make a page of'
    : `none of these programs is for the environment "${environment}"`
}

interface Printing {
  readonly exitCode: number
  /** Undefined where nothing was to be printed. */
  readonly printed: readonly string[] | undefined
}

const NOT_PRINTED: Printing = { exitCode: EXIT.clean, printed: undefined }

/** What cannot be printed keeps nothing else from being written. */
async function print(
  { pages }: MadeSite,
  { manifest }: SiteChanges,
  site: SiteFolder,
  { host, options }: CommandContext,
): Promise<Printing> {
  const opened = await host.openPdfPrinter()
  if (opened.status !== 'ready') {
    host.stderr.write(`hookbook: ${opened.reason}; ${opened.help}\n`)
    const exitCode = opened.status === 'missing' ? EXIT.usage : EXIT.otherSide
    return { exitCode, printed: undefined }
  }
  const { printer } = opened
  const progress = progressLine(host, options.quiet)
  try {
    const printed = await printPages(pages, manifest, site, { printer, progress })
    return { exitCode: EXIT.clean, printed }
  } finally {
    progress.done()
    await printer.close()
  }
}

interface Built {
  readonly made: MadeSite
  readonly changes: SiteChanges
  readonly site: SiteFolder
  readonly printed: readonly string[] | undefined
}

function tell(
  { made, changes, site, printed }: Built,
  { host: { stdout }, options }: CommandContext,
): void {
  if (options.quiet) return
  const written = [...changes.written.map(({ path }) => path), ...(printed ?? [])].sort()
  for (const path of written) stdout.write(`${site.folder}/${path}\n`)
  for (const path of changes.removed) stdout.write(`${site.folder}/${path} removed\n`)
  const parts = [
    plural(made.pages.length, 'page'),
    `${plural(made.files.length, 'file')} built (${sizeOf(
      made.files.map(({ path }) => path),
      site,
    )})`,
    `${changes.written.length} changed`,
    ...(printed === undefined ? [] : [`${printed.length} printed`]),
  ]
  stdout.write(`${parts.join(', ')}\nlook at ${site.folder}/index.html\n`)
}

/** Pages come from the definitions; the files in the repository may be behind them. */
function tellStale(input: BuildInput, { host, options }: CommandContext): void {
  if (options.quiet) return
  for (const family of input.workspace.programs) {
    const stale = buildProgram(family, input, host.files).filter(isChanged)
    if (stale.length > 0)
      host.stderr.write(
        `note: ${plural(stale.length, 'generated file')} of ${family.id} in the repository not up to date; run: hookbook build ${family.id}\n`,
      )
  }
}
