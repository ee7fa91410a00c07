import { foundPath } from '../contract/found/replay-found.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import type { FoundFile } from '../model/load-found-cases.ts'
import { UsageError, type CommandContext } from './command.ts'
import { hasNoErrors } from './has-no-errors.ts'
import { keepFailures } from './keep-failures.ts'
import { runTests } from './run-tests.ts'
import { missingPlace, staleCase, staleCases } from './stale-cases.ts'
import { refusalToWrite, runOf, type TestedPrograms, type TestSubject } from './test-and-keep.ts'
import { testOptions } from './test-options.ts'
import type { TestWords } from './test-words.ts'

const EVERYTHING = { names: [], env: undefined, webhook: undefined } as const

/** Runs one found case alone. */
export async function replayCase(
  named: FoundFile,
  subject: TestSubject,
  { words, context }: { readonly words: TestWords; readonly context: CommandContext },
): Promise<TestedPrograms> {
  const { found } = named
  const { all, workspace, folder } = subject
  const { environment: env, webhook } = found.context
  const isSound = hasNoErrors(all)
  const missing = missingPlace(found, all, EVERYTHING)
  if (missing !== undefined && !isSound) {
    const program = found.context.program
    throw new UsageError(`"${program}" could not be read for this environment; run: hookbook lint`)
  }
  if (missing !== undefined) throw new UsageError(sentence(staleCase(named, missing)))
  const alone = { ...words, seed: found.seed, path: foundPath(found.id), env, webhook }
  const hidden = hiddenTexts(all).texts
  const options = { ...testOptions(alone, context), found: [found], hidden }
  const run = runOf(subject, options, context)
  const results = await runTests(workspace.programs, workspace, options, context)
  const [stale] = staleCases([named], { workspace, results }, EVERYTHING)
  if (stale !== undefined) throw new UsageError(sentence(stale))
  const marked = keepFailures(results, {
    folder,
    context,
    isWhole: false,
    isSound,
    refusal: refusalToWrite(words, context),
    command: run.command,
  })
  return { results: marked, beside: [], files: [], run }
}

function sentence({ message, help }: ReturnType<typeof staleCase>): string {
  return `${message}; ${help}`
}
