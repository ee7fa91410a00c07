import type { Situation } from '../../emulate/call.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { judge, type Court } from '../judge.ts'
import type { Caller } from './call-endpoint.ts'
import type { Cause, FailedLead } from './failed-lead.ts'
import type { Narrow } from './find-causes.ts'

/** Sends failing leads again, one after the other, to confirm them and to make them smaller. */
export interface Retrial {
  /** Once there are no calls left, no token is blamed any more. */
  readonly narrow: Narrow
  readonly confirm: (cause: Cause) => Promise<Confirmed>
}

export interface Confirmed {
  readonly lead: FailedLead
  /** False when the leads that were sent again all passed. */
  readonly isStable: boolean
}

export interface RetrialInput {
  readonly court: Court
  readonly caller: Caller
  /** The lead as it is sent: everybody has an id of their own. */
  readonly personOf: (situation: Situation, index: number) => Situation
}

/** So many further calls does a run make at most, and so many for one cause. */
const MOST_CALLS = 200
const MOST_FOR_A_CAUSE = 16
const MOST_CONFIRMATIONS = 3

export function openRetrial({ court, caller, personOf }: RetrialInput): Retrial {
  let left = MOST_CALLS
  /** Undefined when it cannot be told. */
  const fails = async (
    lead: FailedLead,
    situation: Situation,
    purpose: 'again' | 'smaller',
  ): Promise<boolean | undefined> => {
    if (left === 0) return undefined
    left -= 1
    const sent = { path: lead.path, situation: personOf(situation, lead.index) }
    const call = await caller.call(sent, purpose)
    if (call.status === 'unknown') return undefined
    return call.verdict.faults.some(({ key }) => key === lead.fault.key)
  }
  const failsSmaller = async (lead: FailedLead, situation: Situation): Promise<boolean> =>
    judge(court, situation).length === 0 && (await fails(lead, situation, 'smaller')) === true
  return {
    narrow: async (lead) => {
      if (left === 0) return { ...lead, odd: [] }
      return narrow(court, lead, failsSmaller)
    },
    confirm: async ({ leads, tokens }) => {
      const [token] = tokens.length === 1 ? tokens : []
      const candidates = smallestFirst(leads, token).slice(0, MOST_CONFIRMATIONS)
      for (const lead of candidates) {
        if ((await fails(lead, lead.situation, 'again')) === false) continue
        return { lead: await shorten(lead, token, failsSmaller), isStable: true }
      }
      const [first] = candidates
      if (first === undefined) throw new Error('a cause has a lead')
      return { lead: first, isStable: false }
    },
  }
}

type FailsSmaller = (lead: FailedLead, situation: Situation) => Promise<boolean>

/** One odd token after the other is made plain, where the lead fails without it too. */
async function narrow(
  { space }: Court,
  lead: FailedLead,
  failsSmaller: FailsSmaller,
): Promise<FailedLead> {
  let { situation, odd } = lead
  for (const token of lead.odd) {
    const plainer = new Map([...situation, [token, space.plain.get(token) ?? null]])
    if (!(await failsSmaller(lead, plainer))) continue
    situation = plainer
    odd = odd.filter((other) => other !== token)
  }
  return { ...lead, situation, odd }
}

/** Leads that are odd in nothing else, the shortest values before longer ones. */
function smallestFirst(
  leads: readonly FailedLead[],
  token: string | undefined,
): readonly FailedLead[] {
  const size = ({ situation, odd }: FailedLead): number =>
    odd.length * 1_000_000 + (token === undefined ? 0 : String(situation.get(token) ?? '').length)
  return [...leads].sort((a, b) => size(a) - size(b) || a.index - b.index)
}

/** Takes pieces out of a text as long as the lead fails without them. */
async function shorten(
  lead: FailedLead,
  token: string | undefined,
  failsSmaller: FailsSmaller,
): Promise<FailedLead> {
  const value = token === undefined ? undefined : lead.situation.get(token)
  if (token === undefined || typeof value !== 'string') return lead
  const withValue = (text: TokenValue): Situation => new Map([...lead.situation, [token, text]])
  let characters = [...value]
  let calls = 0
  for (let size = Math.ceil(characters.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < characters.length && characters.length > 1 && calls < MOST_FOR_A_CAUSE;) {
      const rest = characters.toSpliced(at, size)
      calls += 1
      if (rest.length > 0 && (await failsSmaller(lead, withValue(rest.join(''))))) characters = rest
      else at += size
    }
  }
  return { ...lead, situation: withValue(characters.join('')) }
}
