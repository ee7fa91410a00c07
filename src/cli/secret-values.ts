import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Project } from '../model/project.ts'
import { UsageError, type CommandContext } from './command.ts'

/** Looks up the values of secrets. They are sent, and never printed. */
export type SecretOf = (id: string) => string

/** Reads every secret that a webhook sends from where the project says; one that is missing ends the command. */
export function readSecrets(
  webhook: CompiledWebhook,
  compiled: CompiledProgram,
  project: Project | undefined,
  { host }: CommandContext,
): SecretOf {
  const values = new Map(
    webhook.headers.flatMap((header) =>
      header.kind === 'secret'
        ? [
            [
              header.secret,
              secretValue(header.secret, compiled, project, host.environment),
            ] as const,
          ]
        : [],
    ),
  )
  return (id) => values.get(id) ?? ''
}

function secretValue(
  id: string,
  { program }: CompiledProgram,
  project: Project | undefined,
  environment: CommandContext['host']['environment'],
): string {
  const subscription = program.subscription.id.value
  const secret = project?.secrets.find((candidate) => candidate.id.value === id)
  const from = secret?.from.find(({ key }) => key.value === subscription)?.value.value
  const variable = /^env:(\w+)$/.exec(from ?? '')?.[1]
  if (variable === undefined) {
    throw new UsageError(`the secret "${id}" has no "from: env:NAME" for "${subscription}"`)
  }
  const value = environment[variable]
  if (value === undefined || value === '') {
    throw new UsageError(
      `the secret "${id}" is read from the variable ${variable}, which is not set`,
    )
  }
  return value
}
