import { visibleText } from '../../base/visible-text.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { printableJson } from '../../report/printable-json.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { examineWebhook } from '../doctor/examine-webhook.ts'
import { examinedWebhooks } from '../doctor/examined-webhook.ts'
import type { Health } from '../doctor/health.ts'
import { EXIT } from '../exit-codes.ts'
import { obstacleIn } from '../obstacle-in.ts'
import { callPolicy } from '../open-endpoint.ts'
import { checkEnvironment, openProject, unknown } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { isShownAsJson } from '../shown-format.ts'

/** What `doctor` takes on the command line. */
export interface DoctorWords {
  readonly env?: string
  readonly webhook?: string
  readonly lead?: string
  readonly send?: boolean
  readonly allowHost?: string
}

interface Examined {
  readonly program: string
  readonly webhook: string
  readonly found: readonly Health[]
}

/** Looks at the endpoint of each webhook of an environment: name, certificate, answer, secret. */
export async function examineEndpoints(
  words: DoctorWords & { readonly env: string },
  context: CommandContext,
): Promise<number> {
  const { host, options } = context
  const isJson = isShownAsJson(context, 'doctor --env')
  const workspace = openProject(context)
  checkEnvironment(workspace, words.env)
  const obstacle = obstacleIn(workspace, 'planned', host)
  if (obstacle !== undefined) return printReport(obstacle, context)
  const { leads, project } = workspace
  const name = words.lead ?? 'plain'
  const lead = leads.find((each) => each.name === name) ?? (words.lead ? undefined : leads[0])
  if (lead === undefined && words.lead !== undefined)
    throw new UsageError(
      unknown(
        'lead',
        name,
        leads.map((each) => each.name),
      ),
    )
  const all = examinedWebhooks(workspace, words.env, { lead, host })
  const chosen = all.filter(({ webhook: { id } }) => id === (words.webhook ?? id))
  if (chosen.length === 0)
    throw new UsageError(
      words.webhook === undefined
        ? `no program has a webhook in ${words.env}`
        : unknown(
            'webhook',
            words.webhook,
            all.map(({ webhook: { id } }) => id),
          ),
    )
  const policy = callPolicy(project, words.allowHost)
  const progress = progressLine(host, options.quiet)
  const results: Examined[] = []
  for (const each of chosen) {
    const { webhook, compiled } = each
    progress.show(visibleText(`looking at the endpoint of ${webhook.id}`))
    const found = await examineWebhook(each, { host, policy, isSent: words.send === true })
    results.push({ program: compiled.program.id.value, webhook: webhook.id, found })
  }
  progress.done()
  host.stdout.write(isJson ? asJson(words.env, results) : asText(results))
  return exitCode(results)
}

const LEVEL_WORDS: Readonly<Record<Health['level'], string>> = {
  ok: 'ok     ',
  doubt: 'DOUBT  ',
  fails: 'FAILS  ',
  refused: 'REFUSED',
}

const UNKNOWN =
  'what Marketo itself accepts (TLS versions, authorities, ports) is not documented: this is how the endpoint looks from here'

function asText(results: readonly Examined[]): string {
  const lines = results.flatMap(({ program, webhook, found }) => [
    `${webhook} (${program})`,
    ...found.map(({ level, title, detail }) => `  ${LEVEL_WORDS[level]}  ${title}: ${detail}`),
  ])
  return disarmForTerminal(`${[...lines, UNKNOWN].map(visibleText).join('\n')}\n`)
}

function asJson(environment: string, webhooks: readonly Examined[]): string {
  const value = { formatVersion: 1, environment, webhooks, unknown: UNKNOWN }
  return printableJson(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** A failure of the other side weighs more than what was not looked at. */
function exitCode(results: readonly Examined[]): number {
  const levels = results.flatMap(({ found }) => found.map(({ level }) => level))
  if (levels.includes('fails')) return EXIT.otherSide
  return levels.includes('refused') ? EXIT.refused : EXIT.clean
}
