import type { Project } from '../../model/project.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'
import type { CommandContext } from '../command.ts'
import { findSecret } from '../secret-values.ts'

/** The secrets of served webhooks, as far as they are known on this machine. */
export interface KnownSecrets {
  readonly secretOf: (served: ServedWebhook, secret: string) => string | undefined
  readonly values: readonly string[]
  /** A sentence for each that is not known. */
  readonly warnings: readonly string[]
}

/** Whoever has no secret can still develop: the header is demanded, and its value is not checked. */
export function knownSecrets(
  webhooks: readonly ServedWebhook[],
  project: Project | undefined,
  { host: { environment } }: CommandContext,
): KnownSecrets {
  const find = (served: ServedWebhook, id: string): ReturnType<typeof findSecret> =>
    findSecret(id, served.compiled.program, { project, environment })
  const found = webhooks.flatMap((served) =>
    served.webhook.headers.flatMap((header) =>
      header.kind === 'secret' ? [{ id: header.secret, secret: find(served, header.secret) }] : [],
    ),
  )
  const warnings = found.flatMap(({ id, secret }) => {
    if (secret.status === 'known') return []
    const why =
      secret.status === 'unset' ? `${secret.variable} is not set` : 'it is read from nowhere'
    return [`the secret "${id}" is not checked: ${why}`]
  })
  return {
    secretOf: (served, id) => {
      const secret = find(served, id)
      return secret.status === 'known' ? secret.value : undefined
    },
    values: found.flatMap(({ secret }) => (secret.status === 'known' ? [secret.value] : [])),
    warnings: [...new Set(warnings)],
  }
}
