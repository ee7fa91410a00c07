import type { Diagnostic } from '../diagnostic/finding.ts'
import { daysBetween } from '../model/review.ts'
import type { ApprovedBreak } from '../model/project.ts'
import type { Compatibility, ContractBreak } from './compatibility.ts'

export interface ApprovalRun {
  readonly compatibilities: readonly Compatibility[]
  /** Approvals that are over, and those of which nothing is left. */
  readonly findings: readonly Diagnostic[]
}

/** Marks the breaks that a project has approved. `today` decides about approvals that have an end. */
export function approveBreaks(
  compatibilities: readonly Compatibility[],
  approvals: readonly ApprovedBreak[],
  today: string,
): ApprovalRun {
  const valid = new Map(
    approvals
      .filter((approval) => !isOver(approval, today))
      .map(({ fingerprint, reason }) => [fingerprint.value, reason.value]),
  )
  const approved = compatibilities.map((compatibility) => withApprovals(compatibility, valid))
  const found = new Set(compatibilities.flatMap(breaksOf).map(({ fingerprint }) => fingerprint))
  return {
    compatibilities: approved,
    findings: approvals.flatMap((approval) => judgeApproval(approval, found, today)),
  }
}

function withApprovals(
  compatibility: Compatibility,
  approved: ReadonlyMap<string, string>,
): Compatibility {
  const { verdict } = compatibility
  if (verdict.status !== 'broken') return compatibility
  const breaks = verdict.breaks.map((each) => ({
    ...each,
    approved: approved.get(each.fingerprint),
  }))
  return { ...compatibility, verdict: { status: 'broken', breaks } }
}

function breaksOf({ verdict }: Compatibility): readonly ContractBreak[] {
  return verdict.status === 'broken' ? verdict.breaks : []
}

function isOver({ until }: ApprovedBreak, today: string): boolean {
  return until !== undefined && daysBetween(until.value, today) > 0
}

function judgeApproval(
  approval: ApprovedBreak,
  found: ReadonlySet<string>,
  today: string,
): readonly Diagnostic[] {
  const { fingerprint, until } = approval
  const { value, at } = fingerprint
  if (!found.has(value)) {
    return [
      {
        rule: 'approval-used',
        severity: 'warning',
        at,
        message: `nothing breaks any more that "${value}" approves`,
        effect: 'the same break would be accepted without anybody being asked',
        help: 'remove this approval',
      },
    ]
  }
  if (!isOver(approval, today) || until === undefined) return []
  return [
    {
      rule: 'approval-used',
      severity: 'warning',
      at: until.at,
      message: `the approval of "${value}" has ended on ${until.value}`,
      effect: 'the break counts again',
      help: 'let both sides follow, or agree on another day',
    },
  ]
}
