import { hideInData } from '../../base/hide-texts.ts'
import { approveBreaks } from '../../compatibility/approve-breaks.ts'
import { breakFindings } from '../../compatibility/break-findings.ts'
import { compareWorkspaces, unpairedWebhooks } from '../../compatibility/compare-workspaces.ts'
import type { Compatibility } from '../../compatibility/compatibility.ts'
import { orderFindings } from '../../compatibility/order-findings.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { dayOf } from '../../model/review.ts'
import type { CommandContext } from '../command.ts'
import { describeCompatibility } from '../describe-compatibility.ts'
import { hasNoErrors } from '../has-no-errors.ts'
import { openSides, type Side } from '../open-sides.ts'
import { printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'

/** Compares the contracts of two revisions of a project, and reports what breaks. */
export async function compareContracts(
  from: string | undefined,
  to: string | undefined,
  context: CommandContext,
): Promise<number> {
  const { base, head } = await openSides(context, from, to)
  const { files, diagnostics, project } = head.workspace
  if (!hasNoErrors(head.workspace)) {
    const text = 'nothing is compared with a definition that could not be read'
    return printReport({ diagnostics, results: [], files, checked: [{ text }] }, context)
  }
  const progress = progressLine(context.host, context.options.quiet)
  const found = compareWorkspaces(base.workspace, head.workspace, (words) =>
    progress.show(`comparing ${words}`),
  )
  progress.done()
  const today = dayOf(context.host.now())
  const run = approveBreaks(found, project?.approvedBreaks ?? [], today)
  const hidden = [...hiddenTexts(base.workspace).texts, ...hiddenTexts(head.workspace).texts]
  const findings = hideInData(
    [
      ...unreadBase(base, head),
      ...run.compatibilities.flatMap(breakFindings),
      ...byWebhook(run.compatibilities).flatMap(orderFindings),
      ...run.findings,
    ],
    hidden,
  )
  return printReport(
    {
      diagnostics: orderDiagnostics(findings),
      results: [],
      files,
      checked: describeCompatibility(
        run.compatibilities,
        unpairedWebhooks(base.workspace, head.workspace),
        { base: base.name, head: head.name },
      ),
    },
    context,
  )
}

/** What could not be read of the old definitions has nothing to be compared with. */
function unreadBase(base: Side, { workspace: { project } }: Side): readonly Diagnostic[] {
  if (hasNoErrors(base.workspace) || project === undefined) return []
  return [
    {
      rule: 'contract-compatible',
      severity: 'warning',
      at: project.name.at,
      message: `the definitions at ${base.name} have errors, and are compared as far as they could be read`,
      effect: 'a contract that could not be read there looks like a new one',
      help: 'compare with a revision that "hookbook lint" accepts',
    },
  ]
}

function byWebhook(all: readonly Compatibility[]): readonly (readonly Compatibility[])[] {
  const groups = new Map<string, readonly Compatibility[]>()
  for (const each of all) {
    const key = JSON.stringify([each.program, each.webhook])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}
