import type { ProgramFamily } from '../model/workspace.ts'

/** Whether a secret is sent by some webhook in a subscription. */
export type IsUsed = (secret: string, subscription: string) => boolean

/** What the webhooks of some programs send, in the subscriptions for which they are. */
export function usedBy(programs: readonly ProgramFamily[]): IsUsed {
  const used = new Set<string>()
  for (const { deployments } of programs) {
    for (const { program } of deployments) {
      const secrets = program.webhooks.flatMap(({ headers }) =>
        headers.flatMap((header) => (header.kind === 'secret' ? [header.secret.value] : [])),
      )
      for (const secret of secrets) used.add(keyOf(secret, program.subscription.id.value))
    }
  }
  return (secret, subscription) => used.has(keyOf(secret, subscription))
}

function keyOf(secret: string, subscription: string): string {
  return JSON.stringify([secret, subscription])
}
