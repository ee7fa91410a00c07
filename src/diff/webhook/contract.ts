import type { ContractSchema, Idempotency, SuccessCondition, Webhook } from '../../model/webhook.ts'
import type { Consequence, Draft } from '../change.ts'
import type { WebhookPair } from '../comparison.ts'
import { additive, endpointFirst, marketoFirst, NOTHING_FOLLOWS } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { schemaDifferences, type SchemaDifference } from '../schema/schema-differences.ts'
import { about } from './about.ts'

/** What differs in what the two sides have agreed to: schemas, what proves success, what tells calls apart. */
export function compareContract(pair: WebhookPair): readonly Draft[] {
  return [
    ...compareSchemas(pair, 'request'),
    ...compareSchemas(pair, 'response'),
    ...compareSuccess(pair),
    ...compareIdempotency(pair),
  ]
}

type Side = 'request' | 'response'

function compareSchemas({ id, base, head }: WebhookPair, side: Side): readonly Draft[] {
  const [from, to] = [base.defined[side], head.defined[side]]
  const whole = differenceOf(presence(from), presence(to))
  if (whole !== undefined) {
    const consequence =
      to === undefined ? NOTHING_FOLLOWS : additive('the endpoint has to agree to it', ['receiver'])
    return [
      {
        ...about(id, `contract.${side}`, undefined),
        kind: 'contract',
        what: `${side} contract`,
        ...whole,
        ...consequence,
      },
    ]
  }
  return schemaDifferences(from, to).map((difference) => ({
    ...about(id, `contract.${side}${difference.pointer}`, undefined),
    kind: difference.isText ? ('text' as const) : ('contract' as const),
    what: `${side} contract, ${keywordWords(difference)}`,
    motion: motionOf(difference),
    before: difference.before,
    after: difference.after,
    at: to?.at,
    wasAt: from?.at,
    ...(difference.isText ? NOTHING_FOLLOWS : schemaFollows(side, difference)),
  }))
}

function keywordWords({ keyword, place }: SchemaDifference): string {
  if (keyword === 'property') return `property ${place}`
  return place === '' ? keyword : `${keyword} of ${place}`
}

function presence(contract: ContractSchema | undefined): Written | undefined {
  return contract === undefined ? undefined : { value: 'a schema', at: contract.at }
}

function motionOf({ before, after }: SchemaDifference): Draft['motion'] {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}

/** Who has to be ready first follows from who makes the document, and whether more or fewer are valid now. */
function schemaFollows(side: Side, { direction }: SchemaDifference): Consequence {
  if (side === 'request') {
    if (direction === 'narrower')
      return marketoFirst('requests must conform before the endpoint refuses others', ['receiver'])
    return direction === 'wider'
      ? additive('the endpoint accepts more than before', ['receiver'], 'endpoint-first')
      : endpointFirst('the endpoint must accept both until Marketo has followed', ['receiver'])
  }
  if (direction === 'narrower')
    return additive('the endpoint promises more than before', ['receiver'], 'endpoint-first')
  return direction === 'wider'
    ? marketoFirst('Marketo must be ready for what the endpoint may answer now', ['receiver'])
    : endpointFirst('the endpoint must answer so before Marketo relies on it', ['receiver'])
}

function compareSuccess({ id, base, head }: WebhookPair): readonly Draft[] {
  const difference = differenceOf(successOf(base.defined), successOf(head.defined))
  if (difference === undefined) return []
  const because = 'the endpoint must answer so before campaigns rely on it'
  return [
    {
      ...about(id, 'success', undefined),
      kind: 'success',
      what: 'what proves success',
      ...difference,
      ...(difference.motion === 'removed' ? NOTHING_FOLLOWS : endpointFirst(because, ['receiver'])),
    },
  ]
}

function successOf({ success }: Webhook): Written | undefined {
  return success === undefined ? undefined : { value: successWords(success), at: success.path.at }
}

function successWords({ path, equals }: SuccessCondition): string {
  return `${path.value} equals ${String(equals.value)}`
}

function compareIdempotency({ id, base, head }: WebhookPair): readonly Draft[] {
  const [from, to] = [base.defined.idempotency, head.defined.idempotency]
  const key = differenceOf(keyOf(from), keyOf(to))
  const note = differenceOf(from?.note, to?.note)
  return [
    ...(key === undefined
      ? []
      : [
          {
            ...about(id, 'idempotency', undefined),
            kind: 'contract' as const,
            what: 'what tells two calls for the same fact apart',
            ...key,
            ...(key.motion === 'removed'
              ? NOTHING_FOLLOWS
              : endpointFirst('the endpoint must know a repeated call by it', ['receiver'])),
          },
        ]),
    ...(note === undefined
      ? []
      : [
          {
            ...about(id, 'idempotency.note', undefined),
            kind: 'text' as const,
            what: 'note on repeated calls',
            ...note,
            ...NOTHING_FOLLOWS,
          },
        ]),
  ]
}

function keyOf(idempotency: Idempotency | undefined): Written | undefined {
  const [first] = idempotency?.key ?? []
  if (idempotency === undefined || first === undefined) return undefined
  return { value: idempotency.key.map(({ value }) => value).join(', '), at: first.at }
}
