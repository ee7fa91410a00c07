import { InvalidArgumentError } from 'commander'
import type { CliCommand } from '../command.ts'
import { portNumber } from '../port-number.ts'
import type { ServeWords } from '../serve/serve-words.ts'

const PORT = 8080
const ADDRESS = '127.0.0.1'

export const serve: CliCommand = {
  name: 'serve',
  declare: (command, run) => {
    command
      .description(
        'be the endpoint of webhooks: receive requests and hold them against the contract',
      )
      .argument('[programs...]', 'ids or folders; all of the environment when none is named')
      .option('--env <id>', 'the environment; the first one when not given')
      .option('--port <number>', 'the port; 0 for any free one', portNumber, PORT)
      .option('--host <address>', 'where to listen; 0.0.0.0 lets other machines in', ADDRESS)
      .option(
        '--allow <senders>',
        'who may call besides this machine: an address, a block as 192.0.2.0/24, "marketo" or "any"; may be repeated',
        collect,
      )
      .option('--captures <file>', 'append every request and its answer before it is answered')
      .option(
        '--page-port <number>',
        'the port of the page; 4180 or the next free one when not given',
        portNumber,
      )
      .option('--no-page', 'show no page')
      .option('--open', 'open the page in your browser')
      .option('--tls-cert <file>', 'speak TLS with this certificate, in PEM')
      .option('--tls-key <file>', 'the key of the certificate, in PEM')
      .option('--fault <name>', 'have this fault; nothing is done of what is asked')
      .option('--fault-every <n>', 'with --fault: only every nth request', positive, 1)
      .option('--fault-header', 'have the fault that a request names in x-hookbook-fault')
      .option('--list-faults', 'print the faults that there are, and end')
      .action((names: readonly string[], words: ServeWords) =>
        run(async (context) => {
          const { serveEndpoint } = await import('../work/serve-endpoint.ts')
          return serveEndpoint(names, words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

function positive(text: string): number {
  if (/^[1-9][0-9]{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number from 1 on is expected.')
}
