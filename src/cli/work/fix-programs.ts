import { isAtLeast } from '../../diagnostic/severity.ts'
import { problems } from '../../report/summary.ts'
import type { CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { countFixes, countPossibleFixes, fixLines } from '../fix/describe-fixes.ts'
import { fixInRounds, type FixOutcome, type Look } from '../fix/fix-rounds.ts'
import { withTexts } from '../fix/replaced-files.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { lintReport } from '../lint-report.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { openProject } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { showPatch } from '../show-patch.ts'

export interface FixWords extends BaselineWords {
  /** Print the changes, and make none. */
  readonly isDryRun: boolean
}

/** Makes the fixes that need no decision, and reports what is left. */
export async function fixPrograms(
  names: readonly string[],
  words: FixWords,
  context: CommandContext,
): Promise<number> {
  const look: Look = (texts) => lintReport(names, words, withTexts(context, texts))
  const outcome = await fixInRounds(look)
  if (words.isDryRun) return await previewFixes(outcome, look, context)
  const { host, options } = context
  for (const [path, text] of outcome.texts) host.files.writeText(path, text)
  if (!options.quiet) for (const line of fixLines(outcome)) host.stderr.write(`hookbook: ${line}\n`)
  const left = await lintReport(names, words, context)
  const isChanged = outcome.fixed.length > 0
  const checked = [...(isChanged ? [{ text: countFixes(outcome) }] : []), ...left.checked]
  return printReport({ ...left, checked }, context)
}

/** The changes alone, for people and for `git apply`; what was found is found still. */
async function previewFixes(
  outcome: FixOutcome,
  look: Look,
  context: CommandContext,
): Promise<number> {
  const { host, options } = context
  const hidden = hiddenTexts(openProject(context)).texts
  for (const [path, after] of outcome.texts) {
    const before = host.files.readText(path) ?? ''
    host.stdout.write(showPatch({ path, before, after }, hidden))
  }
  const left = await look(outcome.texts)
  if (!options.quiet) {
    host.stderr.write(`hookbook: ${countPossibleFixes(outcome)}; left: ${problems(left)}\n`)
  }
  const { diagnostics } = await look(new Map())
  const fails = diagnostics.some(({ severity }) => isAtLeast(severity, options.failLevel))
  return fails || outcome.fixed.length > 0 ? EXIT.findings : EXIT.clean
}
