import type { Actor } from '../marketo/actor.ts'

/** Who does it, as pages, plans and comments say it. */
export const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  human: 'by hand',
  api: 'by hand or by the REST API',
  receiver: 'by the owner of the endpoint',
}
