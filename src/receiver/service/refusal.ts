import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Reply } from '../../emulate/answer.ts'
import { respond } from '../answer.ts'
import { writeBody } from '../write-body.ts'

/** Why the work was not done: a code for campaigns to listen for, and a sentence for people. */
export interface Refusal {
  readonly code: RefusalCode
  /** Holds nothing of what was sent. */
  readonly message: string
}

/** Each code with the status under which it goes out. */
const STATUSES = {
  'sender-not-allowed': 403,
  'no-such-path': 404,
  'wrong-method': 405,
  'secret-missing': 401,
  'secret-wrong': 401,
  'header-missing': 400,
  'wrong-content-type': 415,
  'body-too-large': 413,
  'body-unreadable': 400,
  'contract-broken': 422,
  'no-such-fault': 400,
  'not-kept': 503,
} as const

export type RefusalCode = keyof typeof STATUSES

/** Every code, with the status under which it goes out. */
export const REFUSAL_STATUSES: Readonly<Record<RefusalCode, number>> = STATUSES

/**
 * A refusal as it is answered: flat, so that whoever reads the person's activity, or a constraint on
 * the response, finds code and sentence at once. Of no webhook, it is JSON.
 */
export function refusalReply(
  { code, message }: Refusal,
  webhook: CompiledWebhook | undefined,
  headers: Reply['headers'] = [],
): Reply {
  const value = { status: 'error', code, message }
  const { mediaType, body } =
    webhook === undefined
      ? { mediaType: 'application/json', body: JSON.stringify(value) }
      : writeBody(webhook, value)
  const reply = respond(REFUSAL_STATUSES[code], mediaType, body)
  return { ...reply, headers: [...reply.headers, ...headers] }
}
