import { visibleText } from '../base/visible-text.ts'
import type { HostFiles } from '../host/host.ts'
import type { Workspace } from '../model/workspace.ts'
import { planAttested, stateIn } from '../steps/plan-attested.ts'
import { readLedgers, type ProgramLedger } from './read-ledgers.ts'

const LONGEST_NAME = 30

/** Says in a few words who has attested a page and when; of another state, which one. Ledgers are read once, and only if asked. */
export function attestedBy(
  workspace: Workspace,
  files: HostFiles,
): (program: string, environment: string) => string | undefined {
  let ledgers: readonly ProgramLedger[] | undefined
  return (program, environment) => {
    ledgers ??= readLedgers(workspace, files)
    const attestations = ledgers.find((each) => each.program === program)?.attestations ?? []
    const deployment = { workspace, program, environment, attestations }
    const { last } = stateIn(deployment)
    if (last === undefined) return undefined
    const day = last.at.slice(0, 10)
    const { to, steps } = planAttested(deployment)
    if (last.fingerprint !== to?.fingerprint)
      return `an older one: revision ${last.revision}, ${day}`
    const extent = steps.length === 0 ? '' : 'in part '
    return `${extent}by ${shortName(last.by)}, ${day}`
  }
}

function shortName(name: string): string {
  const shown = visibleText(name)
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…` : shown
}
