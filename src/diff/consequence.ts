import type { Actor } from '../marketo/actor.ts'
import type { Consequence } from './change.ts'

/** Nobody has anything to do: definitions and pages differ, Marketo and the endpoint do not. */
export const NOTHING_FOLLOWS: Consequence = {
  actors: [],
  impact: 'neutral',
  rollout: 'any',
  because: '',
}

/** Something else stands in Marketo, and every call stays what it was. */
export function retyped(actor: Exclude<Actor, 'receiver'>, because = ''): Consequence {
  return { actors: [actor], impact: 'neutral', rollout: 'any', because }
}

/** Calls differ, and nothing that worked fails. */
export function additive(
  because: string,
  actors: readonly Actor[] = ['human'],
  rollout: Consequence['rollout'] = 'any',
): Consequence {
  return { actors, impact: 'additive', rollout, because }
}

/** The endpoint has to be ready for both, then Marketo follows. */
export function endpointFirst(
  because: string,
  actors: readonly Actor[] = ['receiver', 'human'],
): Consequence {
  return { actors, impact: 'breaking', rollout: 'endpoint-first', because }
}

/** Marketo has to stop relying on it, then the endpoint follows. */
export function marketoFirst(
  because: string,
  actors: readonly Actor[] = ['receiver', 'human'],
): Consequence {
  return { actors, impact: 'breaking', rollout: 'marketo-first', because }
}
