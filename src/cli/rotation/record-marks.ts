import { nearest } from '../../base/nearest.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { Attestation } from '../../ledger/attestation.ts'
import { ledgerFile } from '../../ledger/ledger-file.ts'
import { isOnlyMarks } from '../../ledger/rotation-mark.ts'
import { minuteWords, shortId, stepWords } from '../../report/rotation/rotation-words.ts'
import {
  missingBefore,
  revocableFrom,
  rotationRound,
  type TrackedStep,
} from '../../steps/rotation-progress.ts'
import { RefusedError, UsageError, type CommandContext } from '../command.ts'
import type { ProgramLedger } from '../read-ledgers.ts'
import type { OpenedRotation } from './open-rotation.ts'

interface MarkWords {
  readonly done: readonly string[]
  readonly program?: string
  readonly by?: string
  readonly dryRun?: boolean
}

/** Writes down that steps are done: a line in the ledger of a program that sends the secret. */
export function recordMarks(
  opened: OpenedRotation,
  words: MarkWords,
  context: CommandContext,
): void {
  const by = words.by?.trim() ?? ''
  if (by === '') throw new UsageError('say who has done it: --by NAME')
  const steps = namedSteps(opened, words)
  refuseTooEarly(steps, opened)
  warnOfHaste(steps, opened, context)
  const programs = [...new Set(steps.map((each) => each.program))]
  for (const program of programs) {
    const own = steps.filter((each) => each.program === program)
    writeMarks(own, { ...opened, by, program, isDry: words.dryRun === true }, context)
  }
}

function namedSteps({ progress }: OpenedRotation, words: MarkWords): readonly TrackedStep[] {
  const { rotation, steps } = progress
  const secret = rotation.secret.id.value
  const { program } = words
  if (program !== undefined && !rotation.programs.includes(program))
    throw new UsageError(`"${program}" does not send it; sent by: ${rotation.programs.join(', ')}`)
  const known = [...new Set(steps.map(({ step }) => shortId(step.id, secret)))]
  return words.done.flatMap((name) => {
    const found = steps.filter(
      (each) =>
        [shortId(each.step.id, secret), each.step.id].includes(name) &&
        (program === undefined || each.program === undefined || each.program === program),
    )
    if (found.length > 0) return found
    const meant = nearest(name, known)
    const hint = meant === undefined ? `known: ${known.join(', ')}` : `did you mean "${meant}"?`
    throw new UsageError(`the rotation has no step "${name}"; ${hint}`)
  })
}

/** The order is what keeps calls from being refused. */
function refuseTooEarly(steps: readonly TrackedStep[], { progress }: OpenedRotation): void {
  for (const each of steps) {
    const [missing] = missingBefore(each, progress).filter((before) => !steps.includes(before))
    if (missing === undefined) continue
    throw new RefusedError(
      visibleText(
        `"${stepWords(each)}" comes after "${stepWords(missing)}", which nobody has recorded; record both if both are done`,
      ),
    )
  }
}

/** What has happened is recorded in any case; whether somebody still sends the old value, the endpoint's log tells. */
function warnOfHaste(
  steps: readonly TrackedStep[],
  { progress: { rotation, steps: all } }: OpenedRotation,
  { host }: CommandContext,
): void {
  const at = new Date(Math.floor(host.now())).toISOString()
  const after = all.map((each) => ({
    ...each,
    done: each.done ?? (steps.includes(each) ? { by: '', at } : undefined),
  }))
  const revocable = revocableFrom(rotation, after)
  const isLate = steps.some(({ step: { id } }) => /\.(?:wait|revoke)$/.test(id))
  if (!isLate || revocable === undefined || revocable <= at) return
  host.stderr.write(
    `warning: both values were to be accepted until ${minuteWords(revocable)}: look into the endpoint's log whether the old one is still sent\n`,
  )
}

interface Writing extends OpenedRotation {
  readonly by: string
  /** Undefined for what all programs share. */
  readonly program: string | undefined
  readonly isDry: boolean
}

function writeMarks(
  steps: readonly TrackedStep[],
  writing: Writing,
  { host, options }: CommandContext,
): void {
  const { ledgers, environments, progress, by, isDry } = writing
  const { ledger, last } = ledgerFor(writing)
  const everything = ledgers.flatMap((each) => each.attestations)
  const ofSubscription = everything.filter((each) => environments.includes(each.environment))
  const round = rotationRound(progress.rotation, ofSubscription)
  const attestation: Attestation = {
    ...last,
    by,
    at: timeAfter(everything, host.now()),
    steps: Object.fromEntries(steps.map(({ step }) => [step.id, round])),
    removed: [],
    names: {},
  }
  const file = ledgerFile(ledger.folder, attestation)
  if (!isDry) host.files.writeText(file.path, file.text)
  if (options.quiet) return
  host.stderr.write(
    isDry
      ? `would write ${visibleText(file.path)}\n`
      : `${visibleText(file.path)} written; commit it\n`,
  )
}

/** A mark says nothing of the state that was attested last, so it repeats it. */
function ledgerFor({ ledgers, environments, program, progress }: Writing): {
  readonly ledger: ProgramLedger
  readonly last: Attestation
} {
  for (const ledger of ledgers) {
    if (program !== undefined && ledger.program !== program) continue
    const last = ledger.attestations.findLast(
      (each) => environments.includes(each.environment) && !isOnlyMarks(each),
    )
    if (last !== undefined) return { ledger, last }
  }
  const where = program ?? progress.rotation.programs.join(', ')
  throw new RefusedError(
    visibleText(
      `nothing of ${where} was ever attested in ${progress.rotation.subscription}, so there is no secret to rotate; attest the set-up first: hookbook attest --env ${environments[0] ?? ''}`,
    ),
  )
}

/** Later than everything that is known, also where another computer's clock was ahead. */
function timeAfter(attestations: readonly Attestation[], now: number): string {
  const earlier = attestations.map(({ at }) => Date.parse(at) + 1)
  return new Date(Math.max(Math.floor(now), ...earlier)).toISOString()
}
