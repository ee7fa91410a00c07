import { hideInData } from '../../base/hide-texts.ts'
import { figure } from '../../base/figure.ts'
import { visibleText } from '../../base/visible-text.ts'
import { studyBurst, type BurstStudy } from '../../burst/burst-study.ts'
import { pinnedConcurrency, possibleBounds, USUAL_WIDTH } from '../../burst/concurrency.ts'
import { planBurst, type BurstWish } from '../../burst/plan-burst.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { largestError, TOLERANCE, type Verification } from '../../burst/verification.ts'
import type { Program } from '../../model/program.ts'
import type { Workspace } from '../../model/workspace.ts'
import { burstJson } from '../../report/burst/burst-json.ts'
import { burstMarkdown } from '../../report/burst/burst-markdown.ts'
import { burstPretty } from '../../report/burst/burst-pretty.ts'
import type { BurstReport } from '../../report/burst/burst-report.ts'
import { writeBurstPage } from '../../report/burst/html/write-burst-page.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import type { BurstWords } from '../burst-words.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { checkEnvironment, openProject, selectPrograms, unknown } from '../open-project.ts'
import { printForms } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { MOST_REAL_CALLS, verifyBurst } from '../verify-burst.ts'
import { VERSION } from '../version.ts'

/** Simulates a burst, and prints what came of it in every form that was asked for. */
export async function showBurst(
  name: string | undefined,
  words: BurstWords,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  const aim = aimBurst(name, words, workspace)
  const [first] = aim.programs
  const pinned = pinnedConcurrency(first)
  const width = words.width ?? usualWidth(first)
  checkLatencies(words, [...aim.programs, ...aim.others])
  const burst = planBurst(aim.programs, aim.others, { ...wishOf(words), width })
  if (burst.roads.length === 0)
    throw new UsageError(
      `no webhook of ${programNames(aim)} is called: there is nothing to simulate`,
    )
  const progress = progressLine(context.host, context.options.quiet)
  progress.show(`simulating ${figure(words.leads)} leads`)
  const study = studyBurst(burst, pinned)
  progress.done()
  const verification = words.verify === true ? await verify(study, context) : undefined
  const report: BurstReport = hideInData(
    {
      programs: aim.programs.map(({ id }) => id.value),
      environment: first.environment.id.value,
      subscription: first.subscription.id.value,
      study,
      verification,
      command: `hookbook ${context.argv.join(' ')}`,
      toolVersion: VERSION,
    },
    hiddenTexts(workspace).texts,
  )
  await printForms(
    [
      {
        name: 'pretty',
        write: (isColored) =>
          disarmForTerminal(
            burstPretty(report, { isColored, columns: context.host.stdout.columns }),
          ),
      },
      { name: 'markdown', write: () => burstMarkdown(report) },
      { name: 'json', write: () => burstJson(report) },
      { name: 'html', write: () => writeBurstPage(report) },
    ],
    'a burst',
    context,
  )
  const isOff = verification !== undefined && largestError(verification) > TOLERANCE
  return isOff ? EXIT.findings : EXIT.clean
}

function programNames({ programs }: BurstAim): string {
  return visibleText(programs.map(({ id }) => `"${id.value}"`).join(', '))
}

/** The same burst for real: a progress line says how far it is. */
async function verify(
  { burst, shown }: BurstStudy,
  { host, options }: CommandContext,
): Promise<Verification> {
  if (shown.counts.calls > MOST_REAL_CALLS) {
    throw new UsageError(
      `--verify makes at most ${figure(MOST_REAL_CALLS)} calls, and these are ${figure(shown.counts.calls)}; lower --leads`,
    )
  }
  const progress = progressLine(host, options.quiet)
  const onProgress = (made: number): void =>
    progress.show(`${figure(made)} of ${figure(shown.counts.calls)} calls made for real`)
  try {
    return await verifyBurst(burst, shown, { host, onProgress })
  } finally {
    progress.done()
  }
}

interface BurstAim {
  readonly programs: readonly [Program, ...Program[]]
  readonly others: readonly Program[]
}

/** The programs whose people come, and all others of their subscription. */
function aimBurst(name: string | undefined, { env }: BurstWords, workspace: Workspace): BurstAim {
  checkEnvironment(workspace, env)
  const families = selectPrograms(workspace, name === undefined ? [] : [name])
  const deployed = families.flatMap(({ deployments }) => deployments.map(({ program }) => program))
  const environment = env ?? deployed[0]?.environment.id.value
  const [first, ...more] = deployed.filter(({ environment: { id } }) => id.value === environment)
  if (first === undefined) throw new UsageError(nothingThere(name, environment, deployed))
  const programs: BurstAim['programs'] = [first, ...more]
  const others = workspace.programs
    .flatMap(({ deployments }) => deployments.map(({ program }) => program))
    .filter(({ subscription: { id } }) => id.value === first.subscription.id.value)
    .filter((program) => !programs.includes(program))
  return { programs, others }
}

function nothingThere(
  name: string | undefined,
  environment: string | undefined,
  deployed: readonly Program[],
): string {
  if (name === undefined || environment === undefined) {
    return 'there is no program that could be read; run: hookbook lint'
  }
  const there = deployed.map(({ environment: { id } }) => id.value)
  return visibleText(
    `"${name}" is not for the environment "${environment}"; it is for: ${there.join(', ') || 'none that could be read'}`,
  )
}

/** Calls at a time as they are pinned, or else the community's figure. */
function usualWidth(program: Program): number {
  const pinned = pinnedConcurrency(program)
  const [bound] = pinned === undefined ? [] : possibleBounds(pinned)
  return bound?.width ?? USUAL_WIDTH
}

function wishOf(words: BurstWords): Omit<BurstWish, 'width'> {
  const { leads, over, latency = [], failing, retries, retryAfter, beside, seed } = words
  return {
    leads,
    over,
    seed: seed ?? 1,
    latency: latency.findLast(({ webhook }) => webhook === undefined)?.latency,
    latencies: Object.fromEntries(
      latency.flatMap(({ webhook, latency: time }) =>
        webhook === undefined ? [] : [[webhook, time]],
      ),
    ),
    failing,
    retryTimes: retries,
    retryAfter,
    besideEvery: Number.isFinite(beside) ? beside : undefined,
  }
}

function checkLatencies({ latency = [] }: BurstWords, programs: readonly Program[]): void {
  const ids = programs.flatMap(({ webhooks }) => webhooks.map(({ id }) => id.value))
  for (const { webhook } of latency) {
    if (webhook !== undefined && !ids.includes(webhook))
      throw new UsageError(unknown('webhook', webhook, [...new Set(ids)]))
  }
}
