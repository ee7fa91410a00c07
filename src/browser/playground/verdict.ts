import type { SentWebhook } from '../../compile/compiled-program.ts'
import { failingWorlds, judge, type Court, type Failure } from '../../contract/judge.ts'
import { repairOf } from '../../contract/repair.ts'
import { restingOn } from '../../contract/resting-on.ts'
import type { BuiltRequest } from '../../emulate/build-request.ts'
import type { Situation } from '../../emulate/call.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { PlaygroundSchema } from './playground-data.ts'
import type { Trial } from './open-trials.ts'

/** Whether the contract takes a request, by the checks of `hookbook test`. */
export type Verdict =
  /** Under every assumption. */
  | { readonly status: 'accepted'; readonly schema: PlaygroundSchema }
  | {
      readonly status: 'refused'
      readonly reasons: readonly Reason[]
      /** True where no lead does better: it is the encoding that does not suit. */
      readonly isEveryLead: boolean
    }
  /** Under some assumptions only. */
  | {
      readonly status: 'depends'
      readonly usually: 'accepted' | 'refused'
      readonly reasons: readonly Reason[]
      readonly schema: PlaygroundSchema
    }
  /** Marketo makes no request. */
  | { readonly status: 'not-sent'; readonly reason: string }

export interface Reason {
  /** The contract check that says so. */
  readonly check: string
  readonly message: string
  /** What the endpoint would read. */
  readonly received: string
  /** The token that is to blame, as written, where that is known. */
  readonly raw: string | undefined
  readonly repair: string
  /** As `id: value`; it arises only where all of them hold. Empty when it arises in any case. */
  readonly assumptions: readonly string[]
}

/** `usual` is the request under the likeliest assumptions. */
export function verdictOf(
  { court, schema }: Trial,
  situation: Situation,
  usual: BuiltRequest,
): Verdict {
  if (usual.status === 'refused') return { status: 'not-sent', reason: usual.reason }
  const failures = failuresOf(court, situation)
  if (failures.length === 0) return { status: 'accepted', schema }
  const all = court.worlds.map(({ assumptions }) => assumptions)
  const reasons = failures.map(({ failure, worlds }) =>
    reasonOf(failure, restingOn(all, worlds), { court, situation }),
  )
  if (failsEverywhere(court, failures)) {
    const isEveryLead = failsEverywhere(court, failuresOf(court, court.space.plain))
    return { status: 'refused', reasons, isEveryLead }
  }
  const [usualWorld] = all
  const isUsual = failures.some(({ worlds }) => worlds.some((world) => world === usualWorld))
  return { status: 'depends', usually: isUsual ? 'refused' : 'accepted', reasons, schema }
}

interface PlacedFailure {
  readonly failure: Failure
  /** Where it arises. */
  readonly worlds: readonly AssumptionSet[]
}

function failuresOf(court: Court<SentWebhook>, situation: Situation): readonly PlacedFailure[] {
  return judge(court, situation).map((failure) => ({
    failure,
    worlds: failingWorlds(court, situation, failure.check),
  }))
}

/** Whether something fails in each world in which Marketo sends anything. */
function failsEverywhere(
  { worlds: all }: Court<SentWebhook>,
  failures: readonly PlacedFailure[],
): boolean {
  const failing = new Set(failures.flatMap(({ worlds }) => worlds))
  return all.every(({ plain, assumptions }) => plain === undefined || failing.has(assumptions))
}

function reasonOf(
  { check, fault, use }: Failure,
  assumptions: readonly string[],
  { court, situation }: { readonly court: Court<SentWebhook>; readonly situation: Situation },
): Reason {
  const value = use === undefined ? null : (situation.get(use.key) ?? null)
  return {
    check: check.id,
    message: fault.message,
    received: fault.received,
    raw: use?.token.raw,
    repair: repairOf(court.subject, check, use, value),
    assumptions,
  }
}
