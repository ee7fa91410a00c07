import { callEnds, type CallEnd } from '../campaign/call-ends.ts'
import { endedCall } from '../campaign/ended-call.ts'
import { hears } from '../campaign/hear-occurrence.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Promised } from './promise.ts'

/** By the id of a webhook, the ends of its calls. */
export type EndsByWebhook = ReadonlyMap<string, readonly CallEnd[]>

/** Of ends with the same consequences the first one stands for all: campaigns and promises cannot tell them apart. */
export function distinctEnds(model: RunModel, promises: readonly Promised[]): EndsByWebhook {
  return new Map(
    [...model.webhooks].map(([id, webhook]) => [id, distinct(webhook, model, promises)]),
  )
}

function distinct(
  webhook: CompiledWebhook,
  model: RunModel,
  promises: readonly Promised[],
): readonly CallEnd[] {
  const asks = (kind: Promised['kind']): boolean => promises.some((each) => each.kind === kind)
  const byConsequence = new Map<string, CallEnd>()
  for (const end of callEnds(webhook)) {
    const { isSuccess, writes, occurrence } = endedCall(webhook, end, model.assumptions)
    const key = JSON.stringify([
      isSuccess,
      writes.map(({ field, value }) => [field, value]),
      asks('retries-help') && end.mayPass,
      asks('resending-safe') && end.isDone && !isSuccess,
      model.campaigns.map(({ triggers }) =>
        triggers.map((trigger) => hears(trigger, occurrence, model.assumptions)),
      ),
    ])
    if (!byConsequence.has(key)) byConsequence.set(key, end)
  }
  return [...byConsequence.values()]
}
