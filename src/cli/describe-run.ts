import { fingerprint } from '../base/fingerprint.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Run } from '../report/report.ts'
import type { CommandContext } from './command.ts'
import type { TestOptions } from './run-tests.ts'

/** Options that only choose how and where a report is shown, or which part of it is made, with the words that follow each. */
const LEFT_OUT: Readonly<Record<string, 0 | 1>> = {
  '--format': 1,
  '--fail-level': 1,
  '--color': 0,
  '--no-color': 0,
  '--quiet': 0,
  '--coverage': 0,
  '--no-keep': 0,
  '--shard': 1,
  '--seed': 1,
  '--width': 1,
  '--rate': 1,
  '--log': 1,
}

/** What it takes to have the same report again. */
export function describeRun(
  { runs, seed, shard, minCoverage }: TestOptions,
  { files }: Workspace,
  { argv }: CommandContext,
): Run {
  return {
    command: ['hookbook', ...repeatedWords(argv), '--seed', String(seed)].map(quote).join(' '),
    runs,
    seed,
    definitions: fingerprint(files.map(({ path, text }) => [path, text])),
    ...(minCoverage === undefined ? {} : { minCoverage }),
    ...(shard === undefined ? {} : { shard }),
  }
}

function repeatedWords(argv: readonly string[]): readonly string[] {
  const words: string[] = []
  for (let position = 0; position < argv.length; position++) {
    const word = argv[position] ?? ''
    const [option = '', value] = word.split('=', 2)
    const follows = LEFT_OUT[option]
    if (follows === undefined) words.push(word)
    else if (value === undefined) position += follows
  }
  return words
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
