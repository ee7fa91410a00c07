import type { Webhook } from '../../model/webhook.ts'
import type { Draft } from '../change.ts'
import type { WebhookPair } from '../comparison.ts'
import { NOTHING_FOLLOWS } from '../consequence.ts'
import { otherDifferences } from '../other-keys.ts'
import { about } from './about.ts'

/** The parts of a webhook that have words of their own. */
const TOLD: readonly (keyof Webhook)[] = [
  'id',
  'at',
  'name',
  'description',
  'scope',
  'url',
  'method',
  'tokenEncoding',
  'responseType',
  'headers',
  'template',
  'request',
  'response',
  'success',
  'mappings',
  'idempotency',
  'latency',
]

/** What the definition alone knows of a webhook: nobody in Marketo sees it. */
export function compareOthers({ id, base, head }: WebhookPair): readonly Draft[] {
  return otherDifferences(base.defined, head.defined, TOLD).map(({ key, ...difference }) => ({
    ...about(id, key, undefined),
    kind: 'setting',
    what: key,
    ...difference,
    ...NOTHING_FOLLOWS,
  }))
}
