import type { CommandContext } from '../command.ts'
import { lintReport } from '../lint-report.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { printReport } from '../print-report.ts'

export async function lintPrograms(
  names: readonly string[],
  words: BaselineWords,
  context: CommandContext,
): Promise<number> {
  return printReport(await lintReport(names, words, context), context)
}
