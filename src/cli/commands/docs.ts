import type { CliCommand } from '../command.ts'
import { portNumber } from '../port-number.ts'
import type { DocsBuildWords, DocsCheckWords, DocsServeWords } from '../docs/docs-words.ts'

const OUT = 'site'

export const docs: CliCommand = {
  name: 'docs',
  declare: (command, run) => {
    command
      .description('the runbooks as pages: build them, serve them while you edit, check them')
      .helpCommand(false)
    command
      .command('build')
      .description('write the pages, an index over them and the contracts as HTML')
      .argument('[programs...]', 'ids or folders; all when none is named')
      .option('--out <folder>', 'where to write them', OUT)
      .option('--env <id>', 'the pages of one environment; others that are there stay')
      .option('--pdf', 'print each page, too; needs playwright-core and a browser')
      .action((names: readonly string[], words: DocsBuildWords) =>
        run(async (context) => {
          const { buildDocs } = await import('../work/build-docs.ts')
          return buildDocs(names, words, context)
        }),
      )
    command
      .command('check')
      .description('find pages that are stale, reviews that are due and links that lead nowhere')
      .option('--out <folder>', `the folder of the built pages (${OUT}, if there are any)`)
      .option('--today <day>', "the day to judge reviews by, as 2026-11-26 (the machine's)")
      .action((words: DocsCheckWords) =>
        run(async (context) => {
          const { checkDocs } = await import('../work/check-docs.ts')
          return checkDocs(words, context)
        }),
      )
    command
      .command('serve')
      .description('show the pages in a browser of this machine, and again whenever a file changes')
      .option('--port <number>', 'the port; 4173 or the next free one when not given', portNumber)
      .option('--open', 'open the index in your browser')
      .action((words: DocsServeWords) =>
        run(async (context) => {
          const { serveDocs } = await import('../work/serve-docs.ts')
          return serveDocs(words, context)
        }),
      )
  },
}
