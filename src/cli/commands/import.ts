import { Option } from 'commander'
import { ENCODINGS } from '../../marketo/encodings/encodings.ts'
import { REQUEST_METHODS } from '../../marketo/request-methods.ts'
import type { CliCommand } from '../command.ts'
import type { ImportWords } from '../work/import-request.ts'

const KINDS = ['curl', 'capture', 'har', 'template']

export const importCommand: CliCommand = {
  name: 'import',
  declare: (command, run) => {
    command
      .description('write a first definition from a request that was seen, and prove it')
      .argument(
        '<file>',
        'a capture of "hookbook serve", an HTTP archive, a curl line or a template; - for what comes in',
      )
      .addOption(
        new Option('--as <kind>', 'what it is; told by its text when not given').choices(KINDS),
      )
      .option('--entry <number>', 'which request of several, from 1')
      .option('--id <id>', 'the id of the program; from the address when not given')
      .option('--url <url>', 'the URL, where it holds none or another')
      .addOption(
        new Option('--method <method>', 'the Request Type, where it holds none or another').choices(
          [...REQUEST_METHODS],
        ),
      )
      .addOption(
        new Option(
          '--encoding <encoding>',
          'the Request Token Encoding; guessed when not given',
        ).choices(ENCODINGS.map(({ name }) => name)),
      )
      .option(
        '--lead <name>',
        'the fixture lead whose request it is, by name: its values become tokens',
      )
      .option('--secret <id>', 'the secret of the project that the credential is the value of')
      .option('--stdout', 'print the definition, and write no file')
      .action((file: string, words: ImportWords) =>
        run(async (context) => {
          const { importRequest } = await import('../work/import-request.ts')
          return importRequest(file, words, context)
        }),
      )
  },
}
