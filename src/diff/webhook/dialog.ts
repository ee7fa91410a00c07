import type { Webhook } from '../../model/webhook.ts'
import type { Change, Consequence, Draft } from '../change.ts'
import type { WebhookPair } from '../comparison.ts'
import { additive, endpointFirst, NOTHING_FOLLOWS, retyped } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { about } from './about.ts'

/** A field of the webhook that holds one value. */
interface DialogField {
  readonly part: string
  readonly kind: Change['kind']
  /** As on the screen. */
  readonly what: string
  readonly written: (webhook: Webhook) => Written | undefined
  readonly follows: (base: Webhook) => Consequence
  readonly isName?: boolean
  /** What the definition alone knows is typed nowhere. */
  readonly isTyped: boolean
}

const FIELDS: readonly DialogField[] = [
  {
    part: 'name',
    kind: 'webhook',
    what: 'Webhook Name',
    written: ({ name }) => name,
    follows: () => retyped('human'),
    isName: true,
    isTyped: true,
  },
  {
    part: 'id',
    kind: 'webhook',
    what: 'id of the webhook',
    written: ({ id }) => id,
    follows: () => NOTHING_FOLLOWS,
    isName: true,
    isTyped: false,
  },
  {
    part: 'scope',
    kind: 'webhook',
    what: 'scope of the webhook',
    written: ({ scope }) => scope,
    follows: () => retyped('human', 'environments share the webhook, or each has its own'),
    isTyped: true,
  },
  {
    part: 'description',
    kind: 'text',
    what: 'Description',
    written: ({ description }) => description,
    follows: () => retyped('human'),
    isTyped: true,
  },
  {
    part: 'url',
    kind: 'url',
    what: 'URL',
    written: ({ url }) => url,
    follows: () => endpointFirst('the new address must answer before Marketo calls it'),
    isTyped: true,
  },
  {
    part: 'method',
    kind: 'method',
    what: 'Request Type',
    written: ({ method }) => method,
    follows: () => endpointFirst('the endpoint must accept the method before Marketo uses it'),
    isTyped: true,
  },
  {
    part: 'encoding',
    kind: 'encoding',
    what: 'Request Token Encoding',
    written: ({ tokenEncoding }) => tokenEncoding,
    follows: () => endpointFirst('every value of a lead is written in another way'),
    isTyped: true,
  },
  {
    part: 'response-type',
    kind: 'response-type',
    what: 'Response type',
    written: ({ responseType }) => responseType,
    follows: ({ responseType }) =>
      responseType === undefined || responseType.value === 'None'
        ? additive('nothing of the answer was read before')
        : endpointFirst('mappings find nothing in an answer of another type'),
    isTyped: true,
  },
]

/** What differs in the webhook's dialog, but for the template. */
export function compareDialog({ id, base, head }: WebhookPair): readonly Draft[] {
  return FIELDS.flatMap(({ part, kind, what, written, follows, isName, isTyped }) => {
    const difference = differenceOf(written(base.defined), written(head.defined))
    if (difference === undefined) return []
    return [
      {
        ...about(id, part, isTyped ? 'dialog' : undefined),
        kind,
        what,
        ...difference,
        ...(isName === true ? { motion: 'renamed' as const } : {}),
        ...follows(base.defined),
      },
    ]
  })
}
