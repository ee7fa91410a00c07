/** How a call has ended, as far as its activity tells. */
export type CauseId =
  | 'accepted'
  | 'answered'
  | 'nothing-recorded'
  | 'refused-in-answer'
  | 'unreadable-answer'
  | 'not-written'
  | 'leads-nowhere'
  | 'empty-answer'
  | 'batch-campaign'
  | 'redirected'
  | 'refused'
  | 'limited'
  | 'failed-endpoint'
  | 'time-out'
  | 'unreachable'
  | 'unknown'

/** `fine`, or worth a look although the call was answered well, or failed. */
export type CauseLevel = 'fine' | 'look' | 'failed'

/** What sending again would do: nothing good, good, good if the endpoint takes the same call twice, or good once the cause is mended. */
export type Repeat = 'never' | 'helps' | 'helps-if-repeatable' | 'helps-when-mended'

export interface Cause {
  readonly id: CauseId
  readonly level: CauseLevel
  readonly title: string
  /** What it means. */
  readonly means: string
  readonly repair: string
  readonly repeat: Repeat
  /** Why those who ended so are not sent again. */
  readonly keep: string
}

/**
 * Table: the ways in which a call can end. What HTTP's codes mean is told by `src/marketo/call-codes.ts` in more detail.
 * Source: Experience League, "Webhooks", "Response Mappings", "Errors" (webhooks); RFC 9110.
 */
const CAUSES: Readonly<Record<CauseId, Omit<Cause, 'id'>>> = {
  accepted: {
    level: 'fine',
    title: 'accepted',
    means: 'the response proves success, as the definition demands it',
    repair: 'nothing is to be done',
    repeat: 'never',
    keep: 'the endpoint has it',
  },
  answered: {
    level: 'fine',
    title: 'answered, no error recorded',
    means: 'nothing in the definition says which response proves success',
    repair: 'state it under "success" of the webhook, and the response will be judged',
    repeat: 'never',
    keep: 'no error was recorded',
  },
  'nothing-recorded': {
    level: 'look',
    title: 'neither an error type nor a response recorded',
    means:
      'an empty response should have been 1001; a failure over HTTP/2 looks like this, and so does an export that leaves responses out',
    repair: 'look at one of these activities in the Activity Log, and at the log of the endpoint',
    repeat: 'never',
    keep: 'nobody knows whether the endpoint has it; look at its log first',
  },
  'refused-in-answer': {
    level: 'failed',
    title: 'no error recorded, and the response is no success',
    means: 'the endpoint refused with a 2xx, or failed over HTTP/2, which has no reason phrase',
    repair: 'read the response: it says why; correct the data or ask the owner of the endpoint',
    repeat: 'helps-when-mended',
    keep: 'the endpoint has refused what the person holds; correct it first',
  },
  'unreadable-answer': {
    level: 'failed',
    title: 'no error recorded, and the response cannot be read',
    means: 'the response is not of the Response type, or the export has cut it off',
    repair: 'look at a whole response in the Activity Log; compare the Response type with it',
    repeat: 'never',
    keep: 'the endpoint has answered, and may have done its work',
  },
  'not-written': {
    level: 'failed',
    title: 'accepted, and a mapped value does not fit its field',
    means: 'the endpoint has done its work, and Marketo has not written the answer back',
    repair: 'compare the response mappings with the response: type and length of the field',
    repeat: 'never',
    keep: 'the endpoint has it; only the answer was not written back',
  },
  'leads-nowhere': {
    level: 'look',
    title: 'accepted, and a mapping finds nothing in the response',
    means: 'the endpoint has done its work; the response lacks a member that is mapped',
    repair: 'if the member is not optional, compare the response mappings with the response',
    repeat: 'never',
    keep: 'the endpoint has it; only the answer lacks a member',
  },
  'empty-answer': {
    level: 'failed',
    title: 'empty response',
    means: 'the endpoint answered without a body, for example with 204',
    repair: 'let the endpoint always answer with a body',
    repeat: 'never',
    keep: 'the endpoint has answered, and has most likely done its work',
  },
  'batch-campaign': {
    level: 'failed',
    title: 'called from a batch campaign',
    means: 'webhooks work in trigger campaigns only; nothing was sent',
    repair: 'give the campaign a trigger and remove its schedule',
    repeat: 'helps-when-mended',
    keep: 'the same campaign would be refused again; mend it first',
  },
  redirected: {
    level: 'failed',
    title: 'sent elsewhere',
    means: 'the endpoint answered with a redirect; that Marketo follows one is not documented',
    repair: 'write the address that answers itself into the URL',
    repeat: 'helps-when-mended',
    keep: 'the URL leads elsewhere; mend it first',
  },
  refused: {
    level: 'failed',
    title: 'refused by the endpoint',
    means: 'the endpoint, or something before it, will not take this request',
    repair: 'hold the request against the contract',
    repeat: 'helps-when-mended',
    keep: 'the same request would be refused again; mend the cause first',
  },
  limited: {
    level: 'failed',
    title: 'too many calls',
    means: 'the endpoint limits how often it is called',
    repair: 'send again later; spread bulk imports',
    repeat: 'helps',
    keep: 'the endpoint limits how often it is called',
  },
  'failed-endpoint': {
    level: 'failed',
    title: 'fault of the endpoint',
    means: 'the endpoint or something behind it failed, perhaps after it had done a part',
    repair: 'send again when it is well; wake its owner if it lasts',
    repeat: 'helps-if-repeatable',
    keep: 'the endpoint may have done a part, and nobody has stated that it takes the same call twice',
  },
  'time-out': {
    level: 'failed',
    title: 'no answer within 30 seconds',
    means: 'the endpoint is slow; it may have done its work all the same',
    repair: 'find out why it is slow; send again only if repeating is safe',
    repeat: 'helps-if-repeatable',
    keep: 'the endpoint may have done its work, and nobody has stated that it takes the same call twice',
  },
  unreachable: {
    level: 'failed',
    title: 'no connection',
    means: 'name, network, TLS or the endpoint itself was down',
    repair: 'check the endpoint with "hookbook doctor --env"; send again later',
    repeat: 'helps-if-repeatable',
    keep: 'a connection may have broken after the request, and nobody has stated that the endpoint takes the same call twice',
  },
  unknown: {
    level: 'failed',
    title: 'an error type that no source explains',
    means: 'what Marketo writes for a time-out or a lost connection is not documented either',
    repair: 'look at one of these activities, and at the log of the endpoint at that time',
    repeat: 'never',
    keep: 'nobody knows whether the endpoint has it; look at its log first',
  },
}

export function causeNamed(id: CauseId): Cause {
  return { id, ...CAUSES[id] }
}
