import { compareRequest } from '../../calibrate/compare/compare-request.ts'
import type { Comparison } from '../../calibrate/compare/comparison.ts'
import { targetOf } from '../../calibrate/probe-places.ts'
import type { CapturedCall } from '../../capture/captured-call.ts'
import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import { fixtureSituation, tokensOf } from '../../emulate/fixture-situation.ts'
import type { LeadFixture } from '../../model/lead-fixture.ts'
import type { Program } from '../../model/program.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { plural } from '../../report/summary.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findLead } from '../find-lead.ts'
import {
  checkEnvironment,
  openProject,
  selectDeployments,
  selectPrograms,
  unknown,
} from '../open-project.ts'
import type { CalibrateWords } from './calibrate-words.ts'
import { progressLine } from '../progress.ts'
import { describeComparison } from './describe-comparison.ts'

/** Says of every captured request of a program whether hookbook would have sent the same, and if not, what explains it. */
export function compareCaptures(
  name: string,
  calls: readonly CapturedCall[],
  { words, context }: { readonly words: CalibrateWords; readonly context: CommandContext },
): number {
  const workspace = openProject(context)
  checkEnvironment(workspace, words.env)
  const [family] = selectPrograms(workspace, [name])
  const [deployment] = family === undefined ? [] : selectDeployments(family, words.env)
  if (deployment === undefined)
    throw new UsageError(`"${name}" could not be read for this environment; run: hookbook lint`)
  const compiled = compileProgram(deployment.program)
  const lead = words.lead === undefined ? undefined : findLead(words.lead, workspace, context)
  const progress = progressLine(context.host, context.options.quiet)
  const found = chooseWebhooks(compiled, words.webhook).map((webhook) => ({
    webhook,
    compared: calls
      .filter((call) => isCallOf(call, webhook, compiled))
      .map((call, nth, { length }) => {
        progress.show(`comparing ${nth + 1} of ${length}`)
        return { id: call.id, comparison: compareCall(call, webhook, { compiled, lead }) }
      }),
  }))
  progress.done()
  const total = found.reduce((sum, { compared }) => sum + compared.length, 0)
  if (total === 0)
    throw new UsageError(`none of ${plural(calls.length, 'captured request')} is of "${name}"`)
  const options = { showsValues: words.showValues === true }
  const lines = found
    .filter(({ compared }) => compared.length > 0)
    .flatMap(({ webhook, compared }) => [
      `${webhook.id}: ${plural(compared.length, 'request')} compared`,
      ...describeComparison(compared, options).map((line) => `  ${line}`),
    ])
  context.host.stdout.write(disarmForTerminal(lines.map((line) => `${line}\n`).join('')))
  const isSame = found.every(({ compared }) =>
    compared.every(({ comparison }) => comparison.status === 'same'),
  )
  return isSame ? EXIT.clean : EXIT.findings
}

function chooseWebhooks(
  { webhooks }: CompiledProgram,
  wanted: string | undefined,
): readonly CompiledWebhook[] {
  const chosen = webhooks.filter(({ id }) => wanted === undefined || id === wanted)
  if (chosen.length > 0 || wanted === undefined) return chosen
  throw new UsageError(
    unknown(
      'webhook',
      wanted,
      webhooks.map(({ id }) => id),
    ),
  )
}

/** As it was routed; one that no route took is told by its path. */
function isCallOf(
  { request, webhook: reached }: CapturedCall,
  webhook: CompiledWebhook,
  { program }: CompiledProgram,
): boolean {
  if (reached !== undefined)
    return reached.program === program.id.value && reached.id === webhook.id
  const [first] = webhook.url.parts
  const path = first?.kind === 'text' ? (targetOf(first.text).split('?')[0] ?? '') : ''
  return path !== '' && targetOf(request.url).startsWith(path)
}

interface Compared {
  readonly compiled: CompiledProgram
  readonly lead: LeadFixture | undefined
}

function compareCall(
  { request }: CapturedCall,
  webhook: CompiledWebhook,
  { compiled: { program }, lead }: Compared,
): Comparison {
  const known = lead === undefined ? new Map() : knownValues(webhook, program, lead)
  return compareRequest(webhook, request, { pinned: pinnedBy(program), known })
}

/** The moment of a call and the ids of campaigns are in no fixture. */
function knownValues(
  webhook: CompiledWebhook,
  program: Program,
  { values }: LeadFixture,
): ReadonlyMap<string, TokenValue> {
  const situation = fixtureSituation(webhook, program, values)
  const uses = tokensOf(webhook).filter(
    ({ key, field }) => Object.hasOwn(values, key) || field?.isAlwaysSet !== true,
  )
  return new Map(uses.map(({ key }) => [key, situation.get(key) ?? null]))
}
