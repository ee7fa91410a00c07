import type { Situation } from '../../emulate/call.ts'
import { judge, type Court } from '../judge.ts'
import type { LeadCase, LeadPlan } from '../lead-plan.ts'
import { withValues } from '../lead-space.ts'

/** The leads of a plan as they are sent to a live endpoint. */
export interface Persons {
  /** A lead by its number; its id is odd only where nothing else is. */
  readonly leadAt: (index: number) => LeadCase
  /** The same lead with an id of its own, as it goes out. */
  readonly personOf: (situation: Situation, index: number) => Situation
}

const ID = 'lead.id'

/** Ids that no subscription is likely to have given out, so that no real record is met. */
const FIRST_ID = 900_000_000

/**
 * Makes every lead a person of its own, as leads are in Marketo: an endpoint that takes the same person
 * for the same call would otherwise see one call a thousand times, and twenty of them at once.
 */
export function persons(court: Court, plan: LeadPlan): Persons {
  const { space } = court
  const plain = space.plain.get(ID)
  const highest = withValues(space, [[ID, FIRST_ID + plan.count]])
  const mayDiffer = typeof plain === 'number' && judge(court, highest).length === 0
  if (!mayDiffer) return { leadAt: plan.caseAt, personOf: (situation) => situation }
  return {
    leadAt: (index) => {
      const lead = plan.caseAt(index)
      const { path, situation } = lead
      // A fixture lead is a person already.
      if (path.startsWith('lead/') || situation.get(ID) === plain) return lead
      const isElsewhere = space.tokens.some(
        ({ use: { key } }) => key !== ID && situation.get(key) !== space.plain.get(key),
      )
      return isElsewhere ? { path, situation: new Map(situation).set(ID, plain) } : lead
    },
    personOf: (situation, index) =>
      situation.get(ID) === plain ? new Map(situation).set(ID, FIRST_ID + index) : situation,
  }
}
