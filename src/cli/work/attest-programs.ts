import { visibleText } from '../../base/visible-text.ts'
import { ledgerFile } from '../../ledger/ledger-file.ts'
import { plural } from '../../report/summary.ts'
import { isRemoval } from '../../steps/plan.ts'
import { promotionOf } from '../../steps/promotion.ts'
import { wantedSteps } from '../../steps/wanted-steps.ts'
import { deploymentContext } from '../../steps/deployment-context.ts'
import { attestedCommit, openCommitted, type Committed } from '../attested-commit.ts'
import { askedSteps, everyStep, namedSteps, recordedSteps, type Chosen } from '../chosen-steps.ts'
import { RefusedError, UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { makeAttestation } from '../make-attestation.ts'
import { obstacleIn } from '../obstacle-in.ts'
import { attestedRevisions } from '../old-steps.ts'
import { narrow, openProject } from '../open-project.ts'
import { ledgersIn, ledgerWarnings, planAll, type PlannedDeployment } from '../planning.ts'
import { printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { ALTHOUGH_UNPROVEN, promotionWords } from '../promotion-words.ts'
import { checkRecord, readRecords } from '../read-records.ts'

/** What `attest` takes on the command line. */
export interface AttestWords {
  readonly env: string
  readonly record?: readonly string[]
  readonly all?: boolean
  readonly step?: readonly string[]
  readonly by?: string
  readonly dryRun?: boolean
  readonly allowRemovals?: boolean
  readonly althoughUnprovenIn?: string
}

/** What is attested of one program, and by whom. */
interface Said {
  readonly planned: PlannedDeployment
  readonly chosen: Chosen
  readonly by: string
}

/** Records what somebody says is in Marketo: a new line in the ledger of each program. */
export async function attestPrograms(
  names: readonly string[],
  words: AttestWords,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  checkHow(words, context)
  const workspace = openProject(context)
  const records = readRecords(words.record ?? [], words.env, host.files)
  const wanted = names.length === 0 ? [...records.keys()] : names
  const ledgers = ledgersIn(workspace, words.env, wanted, host.files)
  const selected = workspace.programs.filter(({ id }) =>
    ledgers.some((each) => each.program === id),
  )
  const obstacle = obstacleIn(narrow(workspace, selected), 'attested', host)
  if (obstacle !== undefined) return printReport(obstacle, context)
  for (const warning of ledgerWarnings(ledgers))
    host.stderr.write(`warning: ${visibleText(warning)}\n`)
  const revisions = await attestedRevisions(context)
  const progress = progressLine(host, context.options.quiet)
  const planned = planAll({
    workspace,
    environment: words.env,
    ledgers,
    revisions,
    onProgram: (program) => progress.show(`looking at ${program}`),
  })
  progress.done()
  const said = await whatIsSaid(planned, records, words, context)
  if (said === undefined) {
    host.stderr.write('hookbook: nothing was written\n')
    return EXIT.interrupted
  }
  for (const each of said) guard(each, words)
  const committed = said.length === 0 ? undefined : await openCommitted(context)
  for (const each of said) write(each, { words, committed }, context)
  return EXIT.clean
}

/** Without a terminal nobody can be asked; whoever attests is named. */
function checkHow({ record, all, step, by }: AttestWords, { host }: CommandContext): void {
  if (by?.trim() === '') throw new UsageError('--by needs a name')
  if (record !== undefined) return
  if (all === true || step !== undefined) {
    if (by === undefined) throw new UsageError('say who attests it: --by NAME')
    return
  }
  if (host.ask === undefined) {
    throw new UsageError(
      'there is no terminal to ask at: pass --record FILE, or --all --by NAME if everything that "plan" lists is done',
    )
  }
}

/** Undefined when whoever is asked goes away. */
async function whatIsSaid(
  planned: readonly PlannedDeployment[],
  records: ReturnType<typeof readRecords>,
  words: AttestWords,
  context: CommandContext,
): Promise<readonly Said[] | undefined> {
  if (words.record !== undefined) return planned.flatMap((each) => fromRecord(each, records, words))
  const by = words.by?.trim()
  if (words.all === true)
    return planned.map((each) => ({ planned: each, chosen: everyStep(each), by: by ?? '' }))
  if (words.step !== undefined)
    return [...namedSteps(words.step, planned)]
      .filter(([, { ids }]) => ids.length > 0)
      .map(([each, chosen]) => ({ planned: each, chosen, by: by ?? '' }))
  return asked(planned, by, context)
}

function fromRecord(
  planned: PlannedDeployment,
  records: ReturnType<typeof readRecords>,
  words: AttestWords,
): readonly Said[] {
  const { workspace, program, environment } = planned.deployment
  const record = records.get(program)
  if (record === undefined) throw new UsageError(`no record is about "${program}"`)
  checkRecord(record, planned)
  const by = words.by?.trim() ?? record.who
  if (by === '') throw new UsageError('the record does not say who kept it: add --by NAME')
  const context = deploymentContext(workspace, program, environment)
  const wanted = context === undefined ? [] : wantedSteps(context).map(({ step }) => step.id)
  const chosen = recordedSteps(record, wanted)
  if (chosen.ids.length === 0)
    throw new RefusedError(`the record marks no step of the set-up of ${program} as done`)
  return [{ planned, chosen, by }]
}

async function asked(
  planned: readonly PlannedDeployment[],
  by: string | undefined,
  { host }: CommandContext,
): Promise<readonly Said[] | undefined> {
  const { ask } = host
  if (ask === undefined) return undefined
  const name = by ?? (await ask('Who attests it? '))?.trim()
  if (name === undefined) return undefined
  if (name === '') throw new UsageError('say who attests it: --by NAME')
  const said: Said[] = []
  for (const each of planned) {
    host.stderr.write(visibleText(`${each.plan.program} in ${each.plan.environment}`) + '\n')
    const chosen = await askedSteps(each, ask)
    if (chosen === undefined) return undefined
    said.push({ planned: each, chosen, by: name })
  }
  return said.filter(
    ({ chosen, planned: { plan } }) => chosen.ids.length > 0 || plan.steps.length === 0,
  )
}

/** What is not recorded unless somebody says that it is meant. */
function guard({ planned, chosen }: Said, words: AttestWords): void {
  const { plan, deployment } = planned
  const removals = plan.steps.filter(
    (each) => isRemoval(each) && each.settles.some((id) => chosen.ids.includes(id)),
  )
  if (removals.length > 0 && words.allowRemovals !== true) {
    const named = removals.map(({ step }) => step.does).join(', ')
    throw new RefusedError(
      visibleText(
        `${plan.program}: ${plural(removals.length, 'thing')} taken out (${named}); if that was meant, say --allow-removals`,
      ),
    )
  }
  const promotion = promotionOf(deployment)
  if (promotion.status !== 'unproven') return
  if (promotion.environments.includes(words.althoughUnprovenIn ?? '')) return
  const why = promotionWords(plan.program, plan.environment, promotion) ?? ''
  const [first = ''] = promotion.environments
  throw new RefusedError(
    visibleText(
      `${why}; attest it there first. If it has to be, add: ${ALTHOUGH_UNPROVEN} ${first}`,
    ),
  )
}

interface Writing {
  readonly words: AttestWords
  readonly committed: Committed | undefined
}

function write(
  { planned, chosen, by }: Said,
  { words: { dryRun }, committed }: Writing,
  { host, options }: CommandContext,
): void {
  const { deployment, ledger } = planned
  const name = visibleText(`${deployment.program} in ${deployment.environment}`)
  for (const note of chosen.notes) host.stderr.write(`${visibleText(`note: ${note}`)}\n`)
  const attested = makeAttestation(deployment, {
    ids: chosen.ids,
    pending: everyStep(planned).ids,
    by,
    now: host.now(),
    commit: attestedCommit(deployment, committed),
  })
  if (attested === undefined) {
    if (!options.quiet) host.stdout.write(`${name}: nothing new to attest\n`)
    return
  }
  const { attestation, left } = attested
  const file = ledgerFile(ledger.folder, attestation)
  if (dryRun !== true) host.files.writeText(file.path, file.text)
  if (options.quiet) return
  const count = Object.keys(attestation.steps).length + attestation.removed.length
  const rest =
    left === 0
      ? 'nothing is left to do'
      : `${plural(left, 'step')} left: "hookbook plan" lists them`
  host.stdout.write(`${name}: ${plural(count, 'step')} attested by ${visibleText(by)}; ${rest}\n`)
  host.stdout.write(
    dryRun === true
      ? `would write ${file.path}:\n${file.text}`
      : `${file.path} written; commit it\n`,
  )
}
