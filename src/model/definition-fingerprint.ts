import { fingerprint } from '../base/fingerprint.ts'
import { plainValue } from '../source/print-yaml.ts'
import type { SourceNode } from '../source/source-node.ts'
import { contractMeaning } from './schema-meaning.ts'
import type { ProgramFamily } from './workspace.ts'

/** What of a definition reaches Marketo. */
const COUNTED: readonly string[] = [
  'title',
  'vars',
  'alerts',
  'fields',
  'webhooks',
  'program',
  'campaigns',
  'launchpoint',
]

/** What of a webhook does; its contracts count by what is in them, wherever the files lie. */
const COUNTED_OF_WEBHOOK: readonly string[] = [
  'marketo',
  'scope',
  'url',
  'method',
  'tokenEncoding',
  'responseType',
  'headers',
  'template',
  'success',
  'mappings',
]

/**
 * The fingerprint of a definition without what its overlays set: the same for every environment, so
 * that production can be held against the sandbox in which the definition was tried. Comments, layout,
 * the revision, the owner and the day of a review do not count.
 */
export function definitionFingerprint({ base, deployments }: ProgramFamily): string {
  const counted = base.entries
    .filter(({ key }) => COUNTED.includes(key.text.value))
    .map(({ key, value }) => [
      key.text.value,
      key.text.value === 'webhooks' ? webhooksValue(value) : plainValue(value),
    ])
  const contracts = (deployments[0]?.program.webhooks ?? []).map(({ id, request, response }) => ({
    webhook: id.value,
    request: request && contractMeaning(request),
    response: response && contractMeaning(response),
  }))
  return fingerprint({ definition: Object.fromEntries(counted), contracts })
}

function webhooksValue(webhooks: SourceNode): unknown {
  if (webhooks.kind !== 'mapping') return plainValue(webhooks)
  return webhooks.entries.map(({ key, value }) => [key.text.value, countedOfWebhook(value)])
}

function countedOfWebhook(webhook: SourceNode): unknown {
  if (webhook.kind !== 'mapping') return plainValue(webhook)
  const entries = webhook.entries.filter(({ key }) => COUNTED_OF_WEBHOOK.includes(key.text.value))
  return plainValue({ ...webhook, entries })
}
