import type { CliCommand } from '../command.ts'

export const compatibility: CliCommand = {
  name: 'compatibility',
  declare: (command, run) => {
    command
      .description(
        'whether contracts hold between two revisions: proven, or broken with a lead that shows it',
      )
      .argument(
        '[from]',
        'a git revision, or FROM..TO; where the work left the default branch when not given',
      )
      .argument('[to]', 'a git revision; the working tree when not given')
      .action((from: string | undefined, to: string | undefined) =>
        run(async (context) => {
          const { compareContracts } = await import('../work/compare-contracts.ts')
          return compareContracts(from, to, context)
        }),
      )
  },
}
