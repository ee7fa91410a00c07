import type { ContractResult } from '../contract/contract-result.ts'

/** Something that is said of a webhook, in the environments in which it is the same. */
export interface SaidOfWebhook<T> {
  readonly program: string
  readonly webhook: string
  readonly environments: readonly string[]
  readonly said: T
}

/** What results say of webhooks; environments that do not differ are told of once. */
export function sameEnvironments<T>(
  results: readonly ContractResult[],
  saidIn: (result: ContractResult) => T,
): readonly SaidOfWebhook<T>[] {
  const found = new Map<string, SaidOfWebhook<T>>()
  for (const result of results) {
    const { program, webhook, environment } = result
    const said = saidIn(result)
    const key = JSON.stringify([program, webhook, said])
    const environments = [...(found.get(key)?.environments ?? []), environment]
    found.set(key, { program, webhook, environments, said })
  }
  return [...found.values()]
}
