import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { Program } from '../model/program.ts'
import type { Workspace } from '../model/workspace.ts'
import { RefusedError, UsageError } from './command.ts'
import { selectDeployments, selectPrograms, unknown } from './open-project.ts'
import type { TestOptions } from './run-tests.ts'

/** One webhook in one environment: a live endpoint is the endpoint of one. */
export interface Aim {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
}

/** The webhook that is meant; says what is missing when several could be. */
export function aimAt(
  names: readonly string[],
  { env, webhook }: Pick<TestOptions, 'env' | 'webhook'>,
  workspace: Workspace,
): Aim {
  const families = selectPrograms(workspace, names)
  const ids = families.map(({ id }) => id)
  const [family] = families
  if (family === undefined || families.length > 1) {
    throw new UsageError(
      `--endpoint is for one program: name it (${ids.join(', ') || 'none is there'})`,
    )
  }
  const deployments = selectDeployments(family, env)
  const environments = family.deployments.map(({ environment }) => environment)
  const [deployment] = deployments
  if (deployment === undefined || deployments.length > 1) {
    throw new UsageError(
      deployment === undefined
        ? `"${family.id}" could not be read for this environment; run: hookbook lint ${family.id}`
        : `--endpoint is for one environment: name it with --env (${environments.join(', ')})`,
    )
  }
  const compiled = compileProgram(deployment.program)
  return { compiled, webhook: webhookOf(compiled, webhook) }
}

function webhookOf({ webhooks }: CompiledProgram, wanted: string | undefined): CompiledWebhook {
  const ids = webhooks.map(({ id }) => id)
  const [first] = webhooks
  if (wanted === undefined && first !== undefined && webhooks.length === 1) return first
  if (wanted === undefined) {
    throw new UsageError(
      `--endpoint is for one webhook: name it with --webhook (${ids.join(', ')})`,
    )
  }
  const found = webhooks.find(({ id }) => id === wanted)
  if (found === undefined) throw new UsageError(unknown('webhook', wanted, ids))
  return found
}

/** An origin, or an origin with a path; the query is the definition's, and secrets are never words of a command. */
export function checkEndpoint(text: string, { webhook }: Aim): URL {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
    throw new UsageError(`"${text}" is no URL that begins with http:// or https://`)
  }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      '--endpoint takes no user or password: secrets come from where the project says',
    )
  }
  if (/[?#]/.test(text)) {
    throw new UsageError(
      '--endpoint takes an origin and a path; the query is that of the definition',
    )
  }
  const hasTokenInPath = webhook.url.parts.some(({ kind }) => kind === 'token')
  if (url.pathname !== '/' && hasTokenInPath && isInPath(webhook)) {
    throw new UsageError(
      `the path of "${webhook.id}" holds tokens, which would be lost: give the origin alone, ${url.origin}`,
    )
  }
  return url
}

function isInPath({ url }: CompiledWebhook): boolean {
  let before = ''
  for (const part of url.parts) {
    if (part.kind === 'token') return !/[?#]/.test(before)
    before += part.text
  }
  return false
}

/** Thousands of awkward leads are nothing for a system that real people are in. */
export function refuseProduction(url: URL, workspace: Workspace): void {
  const programs = workspace.programs.flatMap(({ deployments }) =>
    deployments.map(({ program }) => program),
  )
  const owner = programs.find(
    (program) => isProduction(program) && hostsOf(program).includes(url.host),
  )
  if (owner === undefined) return
  throw new RefusedError(
    `"${url.host}" is not called: production uses it ("${owner.id.value}", ${owner.environment.id.value}); test a copy for staging, or say --allow-production`,
  )
}

function isProduction({ subscription }: Program): boolean {
  return subscription.stage.value === 'production'
}

function hostsOf({ webhooks }: Program): readonly string[] {
  return webhooks.flatMap(({ url }) => {
    const origin = /^https?:[/\\]{2}[^/?#\\{]*/i.exec(url.value)?.[0] ?? ''
    return URL.canParse(origin) ? [new URL(origin).host] : []
  })
}
