import type { CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findProject, openProject } from '../open-project.ts'
import { plural } from '../../report/summary.ts'
import { VERSION } from '../version.ts'

interface Examination {
  readonly title: string
  readonly isSound: boolean
  readonly detail: string
}

/** Looks at what hookbook needs, and says what is missing. */
export async function examine(context: CommandContext): Promise<number> {
  const found = [version(context), ...project(context), ...(await network(context))]
  for (const { title, isSound, detail } of found) {
    context.host.stdout.write(`${isSound ? 'ok     ' : 'MISSING'}  ${title}: ${detail}\n`)
  }
  return found.every(({ isSound }) => isSound) ? EXIT.clean : EXIT.findings
}

function version({ host }: CommandContext): Examination {
  const [major = 0, minor = 0] = host.nodeVersion.split('.').map(Number)
  const isSound = major > 20 || (major === 20 && minor >= 19)
  return {
    title: 'Node',
    isSound,
    detail: `${host.nodeVersion} (20.19 or newer), hookbook ${VERSION}`,
  }
}

function project(context: CommandContext): readonly Examination[] {
  const file = context.options.config ?? findProject(context.host)
  if (file === undefined) {
    return [
      {
        title: 'project',
        isSound: false,
        detail: 'no project.yaml here or above; run: hookbook init',
      },
    ]
  }
  const workspace = openProject(context)
  const errors = workspace.diagnostics.length
  const unset = unsetSecrets(context, workspace.project?.secrets ?? [])
  return [
    {
      title: 'project',
      isSound: errors === 0,
      detail: `${file}, ${plural(workspace.programs.length, 'program')}, ${plural(workspace.leads.length, 'fixture lead')}${errors === 0 ? '' : `, ${plural(errors, 'problem')}; run: hookbook lint`}`,
    },
    {
      title: 'secrets',
      isSound: true,
      detail:
        unset.length === 0
          ? 'every referenced variable is set'
          : `not set, needed only to really send: ${unset.join(', ')}`,
    },
  ]
}

function unsetSecrets(
  { host }: CommandContext,
  secrets: readonly { readonly from: readonly { readonly value: { readonly value: string } }[] }[],
): readonly string[] {
  const names = secrets.flatMap(({ from }) =>
    from.map(({ value }) => value.value.replace(/^env:/, '')),
  )
  return names.filter((name) => host.environment[name] === undefined)
}

async function network({ host }: CommandContext): Promise<readonly Examination[]> {
  const server = await host.serve(() => ({
    kind: 'respond',
    status: 200,
    reason: 'OK',
    headers: [],
    body: 'ok',
  }))
  const request = { method: 'GET', url: `${server.origin}/`, headers: [], body: undefined }
  const exchange = await host.transport(request, { milliseconds: 2000 })
  await server.close()
  const isSound = exchange.status === 'answered'
  return [
    {
      title: 'loopback',
      isSound,
      detail: isSound
        ? 'an endpoint can be served and called'
        : 'an endpoint cannot be called; use --target schema',
    },
  ]
}
