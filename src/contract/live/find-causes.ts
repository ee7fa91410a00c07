import type { Cause, FailedLead } from './failed-lead.ts'

/** Leaves away what a failing lead does not need for failing; gives the tokens that are left. */
export type Narrow = (lead: FailedLead) => Promise<FailedLead>

/**
 * Groups failed leads by what they have in common. Leads that are odd in one token come first and name
 * it; of the others, those that hold such a token are explained by it, and only the rest costs calls.
 */
export async function findCauses(
  failed: readonly FailedLead[],
  plainFaults: ReadonlySet<string>,
  narrow: Narrow,
): Promise<readonly Cause[]> {
  const causes = new Map<string, Cause>()
  const add = (key: string, tokens: readonly string[], lead: FailedLead): void => {
    const leads = [...(causes.get(key)?.leads ?? []), lead]
    const isEveryLead = plainFaults.has(lead.fault.key)
    causes.set(key, { key, fault: leads[0]?.fault ?? lead.fault, tokens, isEveryLead, leads })
  }
  for (const lead of inOrder(failed)) {
    const { fault, odd } = lead
    if (plainFaults.has(fault.key)) {
      add(fault.key, [], lead)
      continue
    }
    const known = [...causes.entries()].find(([, cause]) => explains(cause, lead))
    if (known !== undefined) add(known[0], known[1].tokens, lead)
    else if (odd.length <= 1) add(causeKey(lead, odd), odd, lead)
    else {
      const narrowed = await narrow(lead)
      add(causeKey(narrowed, narrowed.odd), narrowed.odd, narrowed)
    }
  }
  return [...causes.values()]
}

/** By the numbers of the leads, which do not depend on which call was answered first. */
function inOrder(failed: readonly FailedLead[]): readonly FailedLead[] {
  const rank = ({ odd }: FailedLead): number => (odd.length <= 1 ? 0 : 1)
  return [...failed].sort((a, b) => rank(a) - rank(b) || a.index - b.index)
}

/** A cause that is known explains every lead that is odd in all of its tokens. */
function explains({ fault, tokens, leads }: Cause, lead: FailedLead): boolean {
  const [example] = leads
  if (fault.key !== lead.fault.key || tokens.length === 0 || example === undefined) return false
  return tokens.every(
    (token) => lead.odd.includes(token) && isUnset(lead, token) === isUnset(example, token),
  )
}

/** A token without a value is a cause of its own. */
function isUnset({ situation }: FailedLead, token: string): boolean {
  return (situation.get(token) ?? null) === null
}

function causeKey(lead: FailedLead, tokens: readonly string[]): string {
  const parts = tokens.map((token) => (isUnset(lead, token) ? `${token} unset` : token))
  return [lead.fault.check, lead.fault.key, ...parts].join(', ')
}
