import type { CompiledProgram, CompiledWebhook } from '../../src/compile/compiled-program.ts'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { readWorkspace } from './read-workspace.ts'

const workspace = readWorkspace('programs/project.yaml')

/** The repository's own example programs. */
export function exampleWorkspace(): Workspace {
  return workspace
}

/** An example program compiled for an environment. */
export function exampleProgram(id: string, environment: string): CompiledProgram {
  const family = workspace.programs.find((candidate) => candidate.id === id)
  const deployment = family?.deployments.find((candidate) => candidate.environment === environment)
  if (deployment === undefined) throw new Error(`no ${id} in ${environment}`)
  return compileProgram(deployment.program)
}

/** The only webhook of an example program. */
export function exampleWebhook(id: string, environment: string): CompiledWebhook {
  const [webhook] = exampleProgram(id, environment).webhooks
  if (webhook === undefined) throw new Error(`${id} has no webhook`)
  return webhook
}

/** Both formats of bodies and answers. */
export const EXAMPLES: readonly (readonly [id: string, environment: string])[] = [
  ['lead-sync', 'prod-emea'],
  ['lead-sync-legacy', 'prod-consumer'],
  ['sales-signals', 'prod-apac'],
]
