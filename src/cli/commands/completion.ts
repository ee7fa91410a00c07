import { Argument } from 'commander'
import type { CliCommand } from '../command.ts'
import { SHELLS, type Shell } from '../completion/shells.ts'

export const completion: CliCommand = {
  name: 'completion',
  declare: (command, run) => {
    command
      .description('print a script that lets a shell complete commands, options and names')
      .addArgument(new Argument('<shell>', 'the shell').choices([...SHELLS]))
      .addHelpText('after', HOW)
      .action((shell: Shell) =>
        run(async (context) => {
          const { printCompletion } = await import('../work/print-completion.ts')
          return printCompletion(shell, context)
        }),
      )
  },
}

const HOW = `
Set up, once for each new shell:
  bash   echo 'source <(hookbook completion bash)' >> ~/.bashrc
  zsh    echo 'source <(hookbook completion zsh)' >> ~/.zshrc      # below compinit
  fish   hookbook completion fish > ~/.config/fish/completions/hookbook.fish`
