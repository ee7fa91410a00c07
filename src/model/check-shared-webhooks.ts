import type { Diagnostic } from '../diagnostic/finding.ts'
import { plainValue } from '../source/print-yaml.ts'
import type { SourceNode } from '../source/source-node.ts'
import { nodeAt } from './layers/merge-nodes.ts'
import type { Deployment } from './workspace.ts'

/** A webhook that its subscription shares, and that two environments of it would define differently. */
export function checkSharedWebhooks(deployments: readonly Deployment[]): readonly Diagnostic[] {
  return deployments.flatMap((deployment, index) => {
    const subscription = deployment.program.subscription.id.value
    const before = deployments
      .slice(0, index)
      .find((other) => other.program.subscription.id.value === subscription)
    return before === undefined ? [] : compare(before, deployment)
  })
}

function compare(first: Deployment, second: Deployment): readonly Diagnostic[] {
  if (first.merged === second.merged) return []
  return second.program.webhooks.flatMap((webhook) => {
    if (webhook.scope.value === 'environment') return []
    const path = ['webhooks', webhook.id.value]
    const a = nodeAt(first.merged, path)
    const b = nodeAt(second.merged, path)
    const difference = a === undefined || b === undefined ? undefined : firstDifference(a, b)
    if (difference === undefined) return []
    return [
      {
        rule: 'overlay-shared-webhook',
        severity: 'error' as const,
        at: difference.at,
        message: `"${webhook.id.value}" differs between "${first.environment}" and "${second.environment}"`,
        effect: `both belong to the subscription "${second.program.subscription.id.value}", which has one webhook of that name`,
        help: 'send a My Token instead of the differing value, or write "scope: environment" with a name for each',
      },
    ]
  })
}

function firstDifference(a: SourceNode, b: SourceNode): SourceNode | undefined {
  if (JSON.stringify(plainValue(a)) === JSON.stringify(plainValue(b))) return undefined
  if (a.kind !== 'mapping' || b.kind !== 'mapping') return b
  for (const { key, value } of b.entries) {
    const other = nodeAt(a, [key.text.value])
    const inner = other === undefined ? value : firstDifference(other, value)
    if (inner !== undefined) return inner
  }
  return a.entries.find(({ key }) => nodeAt(b, [key.text.value]) === undefined)?.key
}
