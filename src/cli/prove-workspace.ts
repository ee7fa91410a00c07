import { hideInData } from '../base/hide-texts.ts'
import { stableJson } from '../base/stable-json.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { guaranteeFindings } from '../guarantee/guarantee-findings.ts'
import { proveGuarantees } from '../guarantee/prove-guarantees.ts'
import { readPromises } from '../guarantee/read-promises.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import { listenersElsewhere } from '../model/failure-campaigns.ts'
import type { Program } from '../model/program.ts'
import type { Workspace } from '../model/workspace.ts'
import type { GuaranteeCount } from '../report/report.ts'

export interface ProvenWorkspace {
  readonly diagnostics: readonly Diagnostic[]
  /** Each guarantee once, however many environments it is for; undefined where there is none. */
  readonly count: GuaranteeCount | undefined
}

/** Tries every run of every program against its guarantees. Environments whose runs are the same are proven once. */
export function proveWorkspace(workspace: Workspace, all: Workspace): ProvenWorkspace {
  const seen = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const verdicts = new Map<string, 'proven' | 'refuted' | 'unknown'>()
  for (const { program } of workspace.programs.flatMap(({ deployments }) => deployments)) {
    const elsewhere = listenersElsewhere(program, all.programs)
    const read = readPromises(program)
    const key = stableJson([decidingParts(program), elsewhere])
    if (seen.has(key)) continue
    seen.add(key)
    const results = proveGuarantees(read.promises, { compiled: compileProgram(program), elsewhere })
    for (const { promise, status } of results) {
      const place = JSON.stringify([promise.at.file, promise.at.start])
      verdicts.set(place, worse(verdicts.get(place), status))
    }
    diagnostics.push(...guaranteeFindings(results, read))
  }
  return {
    diagnostics: hideInData(oncePerGuarantee(diagnostics), hiddenTexts(all).texts),
    count: verdicts.size === 0 ? undefined : countOf([...verdicts.values()]),
  }
}

/** What decides how runs go: addresses and owners do not. */
function decidingParts({
  campaigns,
  guarantees,
  fields,
  webhooks,
  review,
  pinnedAssumptions,
}: Program): unknown {
  const own = webhooks.map(({ url: _address, name: _shown, description: _told, ...rest }) => rest)
  return { campaigns, guarantees, fields, webhooks: own, review, pinnedAssumptions }
}

/** Environments name things in their own ways: the first one speaks for all. */
function oncePerGuarantee(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { rule, at } = diagnostic
    const key = JSON.stringify([rule, at.file, at.start])
    if (!byPlace.has(key)) byPlace.set(key, diagnostic)
  }
  return [...byPlace.values()]
}

type Status = 'proven' | 'refuted' | 'unknown'

const BADNESS: readonly Status[] = ['proven', 'unknown', 'refuted']

function worse(one: Status | undefined, other: Status): Status {
  return one !== undefined && BADNESS.indexOf(one) > BADNESS.indexOf(other) ? one : other
}

function countOf(statuses: readonly Status[]): GuaranteeCount {
  const count = (status: Status): number => statuses.filter((each) => each === status).length
  return { proven: count('proven'), refuted: count('refuted'), unknown: count('unknown') }
}
