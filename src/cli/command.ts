import type { Command as CommanderCommand } from 'commander'
import type { Host } from '../host/host.ts'
import type { GlobalOptions } from './global-options.ts'

/** What a command gets to work with. */
export interface CommandContext {
  readonly host: Host
  readonly options: GlobalOptions
  /** The command line as it was typed, for reports; it never holds a secret. */
  readonly argv: readonly string[]
}

/** A command: one file in `commands/`, listed in `commands.ts`. Its work is loaded only when it runs. */
export interface CliCommand {
  readonly name: string
  /** True for what people do not type. */
  readonly isHidden?: boolean
  /** Adds the command's words to the command line; `run` is called with what was typed. */
  readonly declare: (command: CommanderCommand, run: Runner) => void
}

/** Runs the work of a command; gives the exit code. */
export type Runner = (work: (context: CommandContext) => Promise<number>) => Promise<void>

/** Wrong use of the command line, or a file that is not there: one sentence, no stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Something that is not done on purpose. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** The endpoint, or another machine that is needed, is not there or will not do. */
export class OtherSideError extends Error {
  override readonly name = 'OtherSideError'
}
