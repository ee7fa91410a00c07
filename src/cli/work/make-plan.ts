import { visibleText } from '../../base/visible-text.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { planJson } from '../../report/plan/plan-json.ts'
import { planMarkdown } from '../../report/plan/plan-markdown.ts'
import { planPretty } from '../../report/plan/plan-pretty.ts'
import type { PlanReport } from '../../report/plan/plan-report.ts'
import { plural } from '../../report/summary.ts'
import { isRemoval } from '../../steps/plan.ts'
import { promotionOf } from '../../steps/promotion.ts'
import { RefusedError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { obstacleIn } from '../obstacle-in.ts'
import { attestedRevisions, NO_REVISIONS, type AttestedRevisions } from '../old-steps.ts'
import { narrow, openProject } from '../open-project.ts'
import { ledgersIn, ledgerWarnings, planAll, type PlannedDeployment } from '../planning.ts'
import { isColored, printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { promotionWords } from '../promotion-words.ts'
import { viewFormat } from '../shown-format.ts'

/** What `plan` takes on the command line. */
export interface PlanWords {
  readonly env: string
  readonly offline?: boolean
  readonly verbose?: boolean
  readonly out?: string
  readonly exitCode?: boolean
  readonly allowRemovals?: boolean
}

/** Prints what there is to do in an environment; writes nothing but the file that `--out` names. */
export async function makePlan(
  names: readonly string[],
  words: PlanWords,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  const format = viewFormat(context, 'a plan', ['pretty', 'markdown', 'json'])
  const workspace = openProject(context)
  const ledgers = ledgersIn(workspace, words.env, names, host.files)
  const selected = workspace.programs.filter(({ id }) =>
    ledgers.some((each) => each.program === id),
  )
  const obstacle = obstacleIn(narrow(workspace, selected), 'planned', host)
  if (obstacle !== undefined) return printReport(obstacle, context)
  const revisions = words.offline === true ? NO_REVISIONS : await attestedRevisions(context)
  const progress = progressLine(host, context.options.quiet)
  const planned = planAll({
    workspace,
    environment: words.env,
    ledgers,
    revisions,
    onProgram: (program) => progress.show(`planning ${program}`),
  })
  progress.done()
  const report: PlanReport = {
    environment: words.env,
    plans: planned.map(({ plan }) => plan),
    warnings: [
      ...ledgerWarnings(ledgers),
      ...planned.flatMap(promotionWarning),
      ...revisionWarnings(planned, revisions),
    ].map(visibleText),
  }
  const isVerbose = words.verbose === true
  if (format === 'pretty') {
    for (const warning of report.warnings) host.stderr.write(`warning: ${warning}\n`)
    const text = planPretty(report.plans, { isColored: isColored(context), isVerbose })
    host.stdout.write(disarmForTerminal(text))
  } else {
    host.stdout.write(format === 'json' ? planJson(report) : planMarkdown(report, { isVerbose }))
  }
  if (words.allowRemovals !== true) refuseRemovals(report)
  if (words.out !== undefined) host.files.writeText(words.out, planJson(report))
  const hasSteps = report.plans.some(({ steps }) => steps.length > 0)
  return words.exitCode === true && hasSteps ? EXIT.changes : EXIT.clean
}

/** A plan may be looked at; `attest` is what refuses. */
function promotionWarning({ deployment, plan }: PlannedDeployment): readonly string[] {
  if (plan.steps.length === 0) return []
  const { program, environment } = deployment
  const why = promotionWords(program, environment, promotionOf(deployment))
  return why === undefined ? [] : [why]
}

/** Old values are missing only where something is edited of which they are not known. */
function revisionWarnings(
  planned: readonly PlannedDeployment[],
  revisions: AttestedRevisions,
): readonly string[] {
  const isVague = planned.some(({ plan }) =>
    plan.steps.some(({ motion, changes }) => motion === 'edit' && changes.length === 0),
  )
  if (!isVague) return []
  return revisions
    .obstacles()
    .map((why) => `old values are not known, so edits name whole dialogs: ${why}`)
}

/** What is taken out of Marketo has no copy there: it is planned only when somebody says that it is meant. */
function refuseRemovals({ plans }: PlanReport): void {
  const removals = plans.flatMap(({ steps }) => steps.filter(isRemoval))
  if (removals.length === 0) return
  const named = removals.map(({ step }) => step.does).join(', ')
  throw new RefusedError(
    visibleText(
      `this plan takes ${plural(removals.length, 'thing')} out (${named}); if that is meant, say --allow-removals`,
    ),
  )
}
