import { calibrate, READ_BACK, type ReadBack } from '../../calibrate/calibrate.ts'
import { captureProblemWords, decodeCaptures } from '../../capture/decode-captures.ts'
import type { CapturedCall } from '../../capture/captured-call.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { plural } from '../../report/summary.ts'
import { addToMap, type AddedEntry } from '../../source/add-to-map.ts'
import type { CalibrateWords } from '../calibrate/calibrate-words.ts'
import { compareCaptures } from '../calibrate/compare-captures.ts'
import { describeCalibration } from '../calibrate/describe-calibration.ts'
import { isDenied, newPins } from '../calibrate/pins.ts'
import { printProbe } from '../calibrate/print-probe.ts'
import { RefusedError, UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findProject, NO_PROJECT, openProject, unknown } from '../open-project.ts'

/** Prints the probe, or reads its capture and says, or pins, what it proves. */
export async function calibrateProject(
  words: CalibrateWords,
  context: CommandContext,
): Promise<number> {
  const { capture } = words
  if (capture === undefined) {
    if (words.write === true || words.seen !== undefined || words.compare !== undefined)
      throw new UsageError('say with --capture what "hookbook serve" has captured')
    return printProbe(words, context)
  }
  const calls = readCaptures(capture, context)
  if (words.compare !== undefined) return compareCaptures(words.compare, calls, { words, context })
  const { host, options } = context
  const file = projectFile(words, context)
  const project = file === undefined ? undefined : openProject(context).project
  const pinned = project === undefined ? {} : pinnedBy(project)
  const calibration = calibrate(calls, readBackOf(words.seen ?? []))
  const { observations } = calibration
  const pins = newPins(observations, pinned)
  const lines = describeCalibration(calibration, pinned)
  if (!options.quiet)
    host.stdout.write(disarmForTerminal(lines.map((line) => `${line}\n`).join('')))
  if (words.write !== true) printPins(pins, context)
  else if (file !== undefined) writePins(file, pins, context)
  const isStrange = observations.some(
    ({ status }) => status === 'surprise' || status === 'contradiction',
  )
  const isProven = observations.some(({ status }) => status === 'proven')
  return isStrange || !isProven || isDenied(observations, pinned) ? EXIT.findings : EXIT.clean
}

function projectFile(
  { write }: CalibrateWords,
  { host, options }: CommandContext,
): string | undefined {
  const file = options.config ?? findProject(host)
  if (file === undefined && write === true) throw new UsageError(NO_PROJECT)
  return file
}

function readCaptures(path: string, { host, options }: CommandContext): readonly CapturedCall[] {
  const text = host.files.readText(path)
  if (text === undefined) throw new UsageError(`there is no file "${path}"`)
  const { calls, problems } = decodeCaptures(text)
  if (!options.quiet)
    for (const problem of problems)
      host.stderr.write(`hookbook: ${captureProblemWords(problem, path)}\n`)
  if (calls.length === 0) throw new UsageError(`"${path}" holds no captured request`)
  return calls
}

function readBackOf(seen: readonly string[]): ReadBack {
  return Object.fromEntries(
    seen.map((each) => {
      const [, id = '', value = ''] = /^([^=]*)=(.+)$/.exec(each) ?? []
      if (value === '')
        throw new UsageError(`"${each}" is not what was seen; write it as mapping-null=ignored`)
      if (!READ_BACK.includes(id)) throw new UsageError(unknown('question', id, READ_BACK))
      return [id, value]
    }),
  )
}

function printPins(pins: readonly AddedEntry[], { host, options }: CommandContext): void {
  if (pins.length === 0) return
  const block = addToMap({ path: 'pins', text: 'a: 1\n' }, 'assumptions', pins)
  const text = block.status === 'added' ? block.text.slice('a: 1\n'.length) : ''
  host.stdout.write(options.quiet ? text.trimStart() : text)
}

function writePins(
  file: string,
  pins: readonly AddedEntry[],
  { host, options }: CommandContext,
): void {
  if (pins.length === 0) return
  const added = addToMap({ path: file, text: host.files.readText(file) ?? '' }, 'assumptions', pins)
  if (added.status === 'refused')
    throw new RefusedError(
      `${added.reason}; without --write the entries are printed, to be put in by hand`,
    )
  host.files.writeText(file, added.text)
  if (!options.quiet) host.stdout.write(`${file}: ${plural(pins.length, 'assumption')} pinned\n`)
}
