import { hideInData } from '../../base/hide-texts.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import { pinnedValues } from '../../contract/pinned-values.ts'
import { buildRequest } from '../../emulate/build-request.ts'
import type { HttpRequest, Situation } from '../../emulate/call.ts'
import { curlLine, maskedSecret } from '../../emulate/curl-line.ts'
import { fixtureSituation } from '../../emulate/fixture-situation.ts'
import { readExchange } from '../../emulate/read-exchange.ts'
import { showRequest } from '../../emulate/show-request.ts'
import { maskRequest } from '../../emulate/mask-request.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { usualAssumptions } from '../../marketo/assumptions/assumptions.ts'
import { LIMITS } from '../../marketo/limits.ts'
import type { Workspace } from '../../model/workspace.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { RefusedError, UsageError, type CommandContext } from '../command.ts'
import { describeOutcome } from '../describe-outcome.ts'
import { EXIT } from '../exit-codes.ts'
import { findLead } from '../find-lead.ts'
import { callPolicy, openEndpoint } from '../open-endpoint.ts'
import {
  checkEnvironment,
  openProject,
  selectDeployments,
  selectPrograms,
  unknown,
} from '../open-project.ts'
import { readSecrets } from '../secret-values.ts'

/** What `fire` takes on the command line. */
export interface FireWords {
  readonly lead: string
  readonly env?: string
  readonly webhook?: string
  readonly dryRun?: boolean
  readonly to?: string
  readonly allowHost?: string
}

interface Shot {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  readonly situation: Situation
}

/** Prints the call of one lead, or really makes it. */
export async function fireWebhook(
  name: string,
  words: FireWords,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  const shot = aim(name, words, workspace, context)
  if (words.dryRun === true) return printShot(shot, workspace, context)
  if (words.to === undefined) {
    throw new UsageError('say --dry-run to print the request, or --to <url> to send it')
  }
  return send(shot, { ...words, to: words.to }, workspace, context)
}

function aim(name: string, words: FireWords, workspace: Workspace, context: CommandContext): Shot {
  checkEnvironment(workspace, words.env)
  const [family] = selectPrograms(workspace, [name])
  const [deployment] = family === undefined ? [] : selectDeployments(family, words.env)
  if (deployment === undefined)
    throw new UsageError(`"${name}" could not be read for this environment; run: hookbook lint`)
  const compiled = compileProgram(deployment.program)
  const ids = compiled.webhooks.map(({ id }) => id)
  const webhook = compiled.webhooks.find(({ id }) => id === (words.webhook ?? id))
  if (webhook === undefined) throw new UsageError(unknown('webhook', words.webhook ?? '', ids))
  const lead = findLead(words.lead, workspace, context)
  return { compiled, webhook, situation: fixtureSituation(webhook, compiled.program, lead.values) }
}

/** The request under the likeliest assumptions and what the project has pinned. */
function requestOf(
  { compiled, webhook, situation }: Shot,
  secretOf: (id: string) => string,
): HttpRequest {
  const assumptions = { ...usualAssumptions(), ...pinnedValues(compiled) }
  const built = buildRequest(webhook, situation, { assumptions, secretOf })
  if (built.status === 'refused') throw new RefusedError(built.reason)
  return built.request
}

function printShot(shot: Shot, workspace: Workspace, { host }: CommandContext): number {
  const { texts } = hiddenTexts(workspace)
  const request = hideInData(maskRequest(requestOf(shot, maskedSecret)), texts)
  const lines = showRequest(request).split('\n').map(visibleText).join('\n')
  host.stdout.write(disarmForTerminal(`${lines.trimEnd()}\n\n${curlLine(request)}\n`))
  return EXIT.clean
}

async function send(
  shot: Shot,
  words: FireWords & { readonly to: string },
  workspace: Workspace,
  context: CommandContext,
): Promise<number> {
  const { project } = workspace
  const transport = await openEndpoint(words.to, callPolicy(project, words.allowHost), context.host)
  const secretOf = readSecrets(shot.webhook, shot.compiled, project, context)
  const request = { ...requestOf(shot, secretOf), url: words.to }
  const exchange = await transport(request, {
    milliseconds: LIMITS.timeoutMilliseconds,
  })
  const outcome = readExchange(shot.webhook, exchange, pinnedValues(shot.compiled))
  context.host.stdout.write(`${describeOutcome(outcome, shot.webhook)}\n`)
  if (outcome.status === 'written') return EXIT.clean
  return outcome.status === 'timed-out' || outcome.status === 'unreachable'
    ? EXIT.otherSide
    : EXIT.findings
}
