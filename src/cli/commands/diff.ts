import type { CliCommand } from '../command.ts'
import type { DiffWords } from '../diff-words.ts'

export const diff: CliCommand = {
  name: 'diff',
  declare: (command, run) => {
    command
      .description("say what changes between two revisions in Marketo's terms, and who acts")
      .argument(
        '[from]',
        'a revision, or "A..B"; where the work left the default branch when not given',
      )
      .argument('[to]', 'a revision; the working tree when not given')
      .option('--env <id>', 'only what makes a difference in this environment')
      .option('--program <id>', 'only this program; may be repeated', collect)
      .option(
        '--environments <ids...>',
        'compare two environments of one revision instead: --environments sandbox-emea prod-emea',
      )
      .option('--exit-code', 'end with 10 when something changes, and with 0 when nothing does')
      .addHelpText('after', FORMS)
      .action((from: string | undefined, to: string | undefined, words: DiffWords) =>
        run(async (context) => {
          const { showChanges } = await import('../work/show-changes.ts')
          return showChanges({ from, to, ...words }, context)
        }),
      )
  },
}

const FORMS = `
Forms (--format): pretty, markdown, json. Comments, layout and moved files are no change.`

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
