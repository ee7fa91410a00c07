import type { Watching } from '../../host/host.ts'
import type { SiteServer } from '../../host/site-server.ts'
import { visibleText } from '../../base/visible-text.ts'
import { BUILD_EVENT } from '../../site/live-script.ts'
import type { DocsServeWords } from '../docs/docs-words.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { makeBell, type Bell } from '../docs/bell.ts'
import { makeLiveSite, type LiveSite } from '../docs/live-site.ts'
import { siteReply } from '../docs/site-reply.ts'
import { EXIT } from '../exit-codes.ts'
import { openProject } from '../open-project.ts'

const FIRST_PORT = 4173
const PORTS_TRIED = 20
/** Editors write a file in several steps: what changes together is shown together. */
const GATHER_MS = 80

/** Shows the pages to a browser of this machine until Ctrl-C, and again whenever a source changes. */
export async function serveDocs(words: DocsServeWords, context: CommandContext): Promise<number> {
  openProject(context)
  const run = context.host.randomSeed()
  const current = { site: await makeLiveSite(`${run}-1`, context) }
  const server = await openServer(words, () => current.site, context)
  tell(`${current.site.words} at ${server.origin}/ (Ctrl-C ends)`, context)
  if (words.open === true) context.host.openBrowser(`${server.origin}/`)
  const bell = makeBell()
  const state = { isOver: false }
  const release = context.host.onInterrupt(() => {
    state.isOver = true
    bell.ring()
  })
  try {
    await follow({ current, server, bell, state, run }, context)
  } finally {
    release()
    await server.close()
  }
  return EXIT.clean
}

/** The wanted port and no other, or the first that is free from the usual one on. */
async function openServer(
  { port }: DocsServeWords,
  site: () => LiveSite,
  { host }: CommandContext,
): Promise<SiteServer> {
  const usual = Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index)
  for (const wanted of port === undefined ? [...usual, 0] : [port]) {
    const opened: { origin: string } = { origin: '' }
    const serving = await host.serveSite(wanted, (request) =>
      siteReply(request, site(), opened.origin),
    )
    if (serving.status === 'taken') continue
    opened.origin = serving.server.origin
    return serving.server
  }
  throw new UsageError(`port ${port ?? FIRST_PORT} is taken; name another with --port`)
}

interface Following {
  readonly current: { site: LiveSite }
  readonly server: SiteServer
  readonly bell: Bell
  readonly state: { readonly isOver: boolean }
  readonly run: number
}

async function follow(
  { current, server, bell, state, run }: Following,
  context: CommandContext,
): Promise<void> {
  const { host } = context
  const changed = new Set<string>()
  const hear = (path: string): void => {
    if (/(?:^|\/)generated\//.test(path)) return
    changed.add(path)
    bell.ring()
  }
  let places = current.site.sources
  let watching: Watching = await host.watch(places, hear)
  for (let count = 2; ; count++) {
    await bell.next()
    if (state.isOver) break
    await host.sleep(GATHER_MS)
    const paths = [...changed].sort()
    changed.clear()
    current.site = await makeLiveSite(`${run}-${count}`, context)
    server.push({ name: BUILD_EVENT, data: current.site.build })
    tell(`${paths.map(visibleText).join(', ')} changed: ${current.site.words}`, context)
    const { sources } = current.site
    if (sources.length > 0 && sources.join('\n') !== places.join('\n')) {
      await watching.close()
      places = sources
      watching = await host.watch(places, hear)
    }
  }
  await watching.close()
}

function tell(words: string, { host, options }: CommandContext): void {
  if (!options.quiet) host.stdout.write(`${words}\n`)
}
