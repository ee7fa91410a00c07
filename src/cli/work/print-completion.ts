import type { CommandContext } from '../command.ts'
import { SCRIPTS } from '../completion/scripts.ts'
import type { Shell } from '../completion/shells.ts'
import { EXIT } from '../exit-codes.ts'

export async function printCompletion(shell: Shell, { host }: CommandContext): Promise<number> {
  host.stdout.write(SCRIPTS[shell])
  return EXIT.clean
}
