import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { sentAssumptions } from '../compile/sent-assumptions.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import { fitPlain } from './fit-plain.ts'
import { openCourt, type Court } from './judge.ts'
import { exampleLeads, leadPlan, type LeadPlan } from './lead-plan.ts'
import { leadSpace } from './lead-space.ts'
import { pinnedValues } from './pinned-values.ts'
import { checkSubject } from './check-subject.ts'
import { valuePools, type ValuePool } from './value-pool.ts'

/** What decides which leads there are, and what they are held against. */
export interface TestSetting {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  /** How many leads in all; the deterministic ones come first and are never cut. */
  readonly runs: number
  readonly seed: number
  readonly leads: readonly LeadFixture[]
  /** Texts that no result may show, hidden before anything is cut or spelled; none when not given. */
  readonly hidden?: readonly string[]
}

/** Everything that is made once, before the first lead. */
export interface TestSetUp {
  readonly pinned: AssumptionSet
  readonly court: Court
  readonly pools: readonly ValuePool[]
  readonly plan: LeadPlan
}

export function setUpTest(setting: TestSetting): TestSetUp {
  const { compiled, webhook, runs, seed, leads, hidden = [] } = setting
  const pinned = pinnedValues(compiled)
  const worlds = assumptionSets(sentAssumptions(webhook), pinned)
  const subject = checkSubject(webhook)
  const space = fitPlain(leadSpace(webhook, compiled.program), subject, worlds[0] ?? {})
  const court = { ...openCourt(subject, space, worlds), hidden }
  const pools = valuePools(space, seed, subject)
  const examples = exampleLeads(space, webhook, compiled.program, leads)
  return {
    pinned,
    court,
    pools,
    plan: leadPlan({ space, pools, examples, seed, runs }),
  }
}
