import { hideInData } from '../../base/hide-texts.ts'
import { approveBreaks } from '../../compatibility/approve-breaks.ts'
import { compareWorkspaces } from '../../compatibility/compare-workspaces.ts'
import type { Change } from '../../diff/change.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import type { Comparison, PlannedSteps } from '../../report/comment/comment.ts'
import { planBetween } from '../../steps/plan-between.ts'
import type { Sides } from '../open-sides.ts'
import type { Progress } from '../progress.ts'
import { readableSides } from '../readable-sides.ts'
import { betweenRevisions } from '../work/show-changes.ts'

/** How two ends are compared. */
export interface Comparing {
  /** All of them when undefined. */
  readonly environment: string | undefined
  /** Decides about approvals that have an end. */
  readonly today: string
  readonly progress: Progress
}

/** What changes, whether contracts hold, and what is to be done. */
export function compareSides(
  sides: Sides,
  { environment, today, progress }: Comparing,
): Comparison {
  const { base, head, notCompared } = readableSides(sides)
  const { changes } = betweenRevisions(sides)
  const found = compareWorkspaces(base.workspace, head.workspace, (words) =>
    progress.show(`comparing ${words}`),
  )
  const approvals = head.workspace.project?.approvedBreaks ?? []
  const { compatibilities } = approveBreaks(found, approvals, today)
  const isWanted = ({ environments }: Pick<Change, 'environments'>): boolean =>
    environment === undefined || environments.length === 0 || environments.includes(environment)
  const environments = environment === undefined ? environmentsOf(sides) : [environment]
  const compared = {
    status: 'compared',
    base: base.name,
    changes: changes.filter(isWanted),
    compatibility: compatibilities.filter(isWanted),
    plans: environments.flatMap((id) => plansFor(id, { base, head, changes })),
    notCompared,
  } as const
  const hidden = [base, head].flatMap(({ workspace }) => hiddenTexts(workspace).texts)
  return hideInData<Comparison>(compared, longestFirst(hidden))
}

interface Compared extends Sides {
  readonly changes: readonly Change[]
}

function plansFor(environment: string, { base, head, changes }: Compared): readonly PlannedSteps[] {
  return planBetween(base.workspace, head.workspace, environment, changes)
    .filter(({ steps }) => steps.length > 0)
    .map(({ steps, ...plan }) => ({ ...plan, steps: steps.map(({ step }) => step) }))
}

/** Of both ends, in the order of the new project file; what is gone comes last. */
export function environmentsOf({ base, head }: Sides): readonly string[] {
  const ids = [head, base].flatMap(
    ({ workspace: { project } }) => project?.environments.map(({ id }) => id.value) ?? [],
  )
  return [...new Set(ids)]
}

function longestFirst(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => b.length - a.length)
}
