import { sentAssumptions } from '../../../src/compile/sent-assumptions.ts'
import type { CompiledProgram, CompiledWebhook } from '../../../src/compile/compiled-program.ts'
import { judge, openCourt, type Court, type Failure } from '../../../src/contract/judge.ts'
import { exampleLeads, leadPlan } from '../../../src/contract/lead-plan.ts'
import { leadSpace } from '../../../src/contract/lead-space.ts'
import { pinnedValues } from '../../../src/contract/pinned-values.ts'
import { checkSubject } from '../../../src/contract/check-subject.ts'
import { valuePools } from '../../../src/contract/value-pool.ts'
import type { Situation } from '../../../src/emulate/call.ts'
import { assumptionSets } from '../../../src/marketo/assumptions/assumption-sets.ts'

/** What judges its leads, in the same worlds. */
export function courtOf(compiled: CompiledProgram, webhook: CompiledWebhook): Court {
  const worlds = assumptionSets(sentAssumptions(webhook), pinnedValues(compiled))
  return openCourt(checkSubject(webhook), leadSpace(webhook, compiled.program), worlds)
}

/** The leads that have one awkward value: what a proof speaks of, tried out. */
export function singleLeads(compiled: CompiledProgram, court: Court): readonly Situation[] {
  const { space, subject } = court
  const plan = leadPlan({
    space,
    pools: valuePools(space, 1),
    examples: exampleLeads(space, subject.webhook, compiled.program, []),
    seed: 1,
    runs: 0,
  })
  return Array.from({ length: plan.pairsStart }, (_lead, index) => plan.caseAt(index).situation)
}

/**
 * Failures that a proof must foresee. A value that the request schema refuses is safe where it stands,
 * and a secret is no token: those are other causes.
 */
export function brokenBy(court: Court, situation: Situation): readonly Failure[] {
  return judge(court, situation).filter(
    ({ check }) => check.cause === 'escaping' || check.cause === 'header',
  )
}
