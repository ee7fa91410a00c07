import { hideInData } from '../base/hide-texts.ts'
import type { Change } from '../diff/change.ts'
import { diffWorkspaces } from '../diff/diff-workspaces.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import type { Workspace } from '../model/workspace.ts'
import { positionAt } from '../source/position-at.ts'
import { planAttested, stateIn, type AttestedDeployment } from '../steps/plan-attested.ts'
import type { Plan } from '../steps/plan.ts'
import type { HostFiles } from '../host/host.ts'
import { UsageError } from './command.ts'
import { oldSteps, type AttestedRevisions } from './old-steps.ts'
import { unknown } from './open-project.ts'
import { readLedgers, type ProgramLedger } from './read-ledgers.ts'

/** A program that is, or was, in an environment, and the plan for it. */
export interface PlannedDeployment {
  readonly deployment: AttestedDeployment
  readonly ledger: ProgramLedger
  readonly plan: Plan
}

/** The ledgers of the programs that are, or were, in an environment; a usage error for a name that nothing has. */
export function ledgersIn(
  workspace: Workspace,
  environment: string,
  names: readonly string[],
  files: HostFiles,
): readonly ProgramLedger[] {
  const all = readLedgers(workspace, files)
  checkKnown(workspace, environment, all)
  const there = all.filter((ledger) => isIn(environment, ledger, workspace))
  if (names.length === 0) return there
  const wanted = names.map((name) => programOf(name, all))
  const absent = wanted.find((id) => !there.some(({ program }) => program === id))
  if (absent !== undefined) {
    const inIt = there.map(({ program }) => program).join(', ')
    throw new UsageError(
      `"${absent}" is not in ${environment}, and never was attested there; in it: ${inIt || 'nothing'}`,
    )
  }
  return there.filter(({ program }) => wanted.includes(program))
}

function checkKnown(
  { project }: Workspace,
  environment: string,
  ledgers: readonly ProgramLedger[],
): void {
  const ids = project?.environments.map(({ id }) => id.value) ?? []
  const attested = ledgers.flatMap(({ attestations }) =>
    attestations.map((each) => each.environment),
  )
  const known = [...new Set([...ids, ...attested])]
  if (!known.includes(environment)) throw new UsageError(unknown('environment', environment, known))
}

function isIn(
  environment: string,
  { program, attestations }: ProgramLedger,
  { programs }: Workspace,
): boolean {
  const family = programs.find(({ id }) => id === program)
  return (
    family?.deployments.some((each) => each.environment === environment) === true ||
    attestations.some((each) => each.environment === environment)
  )
}

/** By id, folder or a file in it. */
function programOf(name: string, ledgers: readonly ProgramLedger[]): string {
  const path = name.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '')
  const found = ledgers.find(
    ({ program, folder }) => path === program || path === folder || path.startsWith(`${folder}/`),
  )
  if (found !== undefined) return found.program
  const ids = ledgers.map(({ program }) => program)
  throw new UsageError(unknown('program', name, ids))
}

export interface Planning {
  readonly workspace: Workspace
  readonly environment: string
  readonly ledgers: readonly ProgramLedger[]
  readonly revisions: AttestedRevisions
  /** Told before each program: many take a while. */
  readonly onProgram: (program: string) => void
}

/** The plan of each, with old values where a revision gives them, and without credentials that somebody has typed. */
export function planAll({
  workspace,
  environment,
  ledgers,
  revisions,
  onProgram,
}: Planning): readonly PlannedDeployment[] {
  const compared = new Map<Workspace, readonly Change[]>()
  const changesSince = (before: Workspace): readonly Change[] => {
    const known = compared.get(before) ?? diffWorkspaces(before, workspace)
    compared.set(before, known)
    return known
  }
  const planned = ledgers.map((ledger): PlannedDeployment => {
    const { program, attestations } = ledger
    onProgram(program)
    const deployment = { workspace, program, environment, attestations }
    const first = planAttested(deployment)
    const edited = first.steps.filter(({ motion }) => motion === 'edit')
    const old = oldSteps(
      deployment,
      edited.flatMap(({ settles }) => settles),
      revisions,
    )
    const last = stateIn(deployment).last?.commit
    const before = last === undefined ? undefined : revisions.at(last)
    const changes = before === undefined ? undefined : changesSince(before)
    return { deployment, ledger, plan: planAttested(deployment, { old, changes }) }
  })
  const hidden = [workspace, ...revisions.workspaces()].flatMap((each) => hiddenTexts(each).texts)
  return planned.map((each) => ({ ...each, plan: hideInData(each.plan, hidden) }))
}

/** What could not be read of ledgers, a line each. */
export function ledgerWarnings(ledgers: readonly ProgramLedger[]): readonly string[] {
  return ledgers.flatMap(({ files, diagnostics }) =>
    diagnostics.map(({ at, message, help }) => {
      const file = files.find(({ path }) => path === at.file)
      const line = file === undefined ? '' : `:${positionAt(file, at.start).line}`
      return `${at.file}${line}: ${message}; ${help ?? ''}`
    }),
  )
}
