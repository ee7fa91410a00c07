import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Program } from '../model/program.ts'
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
  environment: Environment,
): string {
  const found = findSecret(id, program, { project, environment })
  switch (found.status) {
    case 'known':
      return found.value
    case 'unset':
      throw new UsageError(
        `the secret "${id}" is read from the variable ${found.variable}, which is not set`,
      )
    case 'nowhere': {
      const subscription = program.subscription.id.value
      throw new UsageError(`the secret "${id}" has no "from: env:NAME" for "${subscription}"`)
    }
  }
}

type Environment = CommandContext['host']['environment']

/** A secret's value, or why it is not known here. */
export type FoundSecret =
  | { readonly status: 'known'; readonly value: string }
  | { readonly status: 'unset'; readonly variable: string }
  | { readonly status: 'nowhere' }

/** Looks where the project says that the secret of a program is read from. */
export function findSecret(
  id: string,
  { subscription }: Program,
  {
    project,
    environment,
  }: { readonly project: Project | undefined; readonly environment: Environment },
): FoundSecret {
  const secret = project?.secrets.find((candidate) => candidate.id.value === id)
  const from = secret?.from.find(({ key }) => key.value === subscription.id.value)?.value.value
  const variable = /^env:(\w+)$/.exec(from ?? '')?.[1]
  if (variable === undefined) return { status: 'nowhere' }
  const value = environment[variable]
  return value === undefined || value === ''
    ? { status: 'unset', variable }
    : { status: 'known', value }
}
