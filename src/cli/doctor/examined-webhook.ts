import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import { buildRequest } from '../../emulate/build-request.ts'
import type { HttpRequest, Situation } from '../../emulate/call.ts'
import { fixtureSituation } from '../../emulate/fixture-situation.ts'
import { usualAssumptions } from '../../marketo/assumptions/assumptions.ts'
import type { LeadFixture } from '../../model/lead-fixture.ts'
import type { Project } from '../../model/project.ts'
import type { Workspace } from '../../model/workspace.ts'
import { RefusedError, type CommandContext } from '../command.ts'
import { findSecret } from '../secret-values.ts'
import type { Preflight } from './preflight.ts'

/** A webhook of an environment, with the request that it makes for a fixture lead. */
export interface ExaminedWebhook {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  /** As Marketo would send it, with its secrets: never printed. */
  readonly request: HttpRequest
  readonly preflight: Preflight
  /** Why a secret is not known here, a sentence each. */
  readonly unknownSecrets: readonly string[]
}

/** Every webhook of every program that is for the environment. */
export function examinedWebhooks(
  { programs, project }: Workspace,
  environment: string,
  { lead, host }: { readonly lead: LeadFixture | undefined; readonly host: CommandContext['host'] },
): readonly ExaminedWebhook[] {
  return programs
    .flatMap(({ deployments }) => deployments.filter((each) => each.environment === environment))
    .map(({ program }) => compileProgram(program))
    .flatMap((compiled) =>
      compiled.webhooks.map((webhook) => {
        const situation = fixtureSituation(webhook, compiled.program, lead?.values ?? {})
        return examined({ compiled, webhook, situation, project, environment: host.environment })
      }),
    )
}

interface Made {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  readonly situation: Situation
  readonly project: Project | undefined
  readonly environment: CommandContext['host']['environment']
}

function examined({ compiled, webhook, situation, project, environment }: Made): ExaminedWebhook {
  const found = secretIds(webhook).map((id) => ({
    id,
    secret: findSecret(id, compiled.program, { project, environment }),
  }))
  const values = new Map(
    found.flatMap(({ id, secret }) => (secret.status === 'known' ? [[id, secret.value]] : [])),
  )
  const assumptions = { ...usualAssumptions(), ...pinnedBy(compiled.program) }
  const built = buildRequest(webhook, situation, {
    assumptions,
    secretOf: (id) => values.get(id) ?? '',
  })
  if (built.status === 'refused') throw new RefusedError(built.reason)
  const { request } = built
  const isProving = found.length > 0 && values.size === found.length
  return {
    compiled,
    webhook,
    request,
    preflight: {
      bare: asked(request, publicHeaders(request, webhook)),
      proving: isProving ? asked(request, withoutContentType(request.headers)) : undefined,
    },
    unknownSecrets: found.flatMap(({ id, secret }) => {
      if (secret.status === 'known') return []
      return secret.status === 'unset'
        ? [`"${id}" is read from ${secret.variable}, which is not set here`]
        : [`"${id}" has no "from: env:NAME" for this subscription`]
    }),
  }
}

function secretIds({ headers }: CompiledWebhook): readonly string[] {
  return [
    ...new Set(headers.flatMap((header) => (header.kind === 'secret' ? [header.secret] : []))),
  ]
}

function asked({ url }: HttpRequest, headers: HttpRequest['headers']): HttpRequest {
  return { method: 'OPTIONS', url, headers, body: undefined }
}

/** Headers stand in the order of the definition. */
function publicHeaders({ headers }: HttpRequest, webhook: CompiledWebhook): HttpRequest['headers'] {
  return withoutContentType(headers.filter((_, nth) => webhook.headers[nth]?.kind !== 'secret'))
}

/** There is no body that it could be about. */
function withoutContentType(headers: HttpRequest['headers']): HttpRequest['headers'] {
  return headers.filter(([name]) => name.toLowerCase() !== 'content-type')
}
