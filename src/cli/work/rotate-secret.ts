import { visibleText } from '../../base/visible-text.ts'
import { rotationJson } from '../../report/rotation/rotation-json.ts'
import { rotationPretty } from '../../report/rotation/rotation-pretty.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import type { CommandContext } from '../command.ts'
import { dayToJudgeBy } from '../day-to-judge-by.ts'
import { EXIT } from '../exit-codes.ts'
import { obstacleIn } from '../obstacle-in.ts'
import { openProject } from '../open-project.ts'
import { ledgerWarnings } from '../planning.ts'
import { isColored } from '../print-report.ts'
import { printReport } from '../print-report.ts'
import { openRotation, type OpenedRotation } from '../rotation/open-rotation.ts'
import { recordMarks } from '../rotation/record-marks.ts'
import { viewFormat } from '../shown-format.ts'

/** What `rotate` takes on the command line. */
export interface RotateWords {
  readonly subscription?: string
  readonly env?: string
  readonly done?: readonly string[]
  readonly program?: string
  readonly by?: string
  readonly dryRun?: boolean
  readonly verbose?: boolean
  readonly today?: string
}

/** Prints the order of two keys for one secret, and records how far it is. */
export async function rotateSecret(
  secret: string,
  words: RotateWords,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  const format = viewFormat(context, 'rotate', ['pretty', 'json'])
  const today = dayToJudgeBy(words.today, context)
  const workspace = openProject(context)
  const obstacle = obstacleIn(workspace, 'rotated', host)
  if (obstacle !== undefined) return printReport(obstacle, context)
  const before = openRotation(workspace, secret, words, host.files)
  for (const warning of ledgerWarnings(before.ledgers))
    host.stderr.write(`warning: ${visibleText(warning)}\n`)
  if (words.done !== undefined) recordMarks(before, { ...words, done: words.done }, context)
  const isWritten = words.done !== undefined && words.dryRun !== true
  const opened = isWritten ? openRotation(workspace, secret, words, host.files) : before
  print(opened, { format, today, isVerbose: words.verbose === true }, context)
  return EXIT.clean
}

interface Printing {
  readonly format: string
  readonly today: string
  readonly isVerbose: boolean
}

function print(
  { progress }: OpenedRotation,
  { format, today, isVerbose }: Printing,
  context: CommandContext,
): void {
  const text =
    format === 'json'
      ? rotationJson(progress)
      : disarmForTerminal(
          rotationPretty(progress, { isColored: isColored(context), isVerbose, today }),
        )
  context.host.stdout.write(text)
}
