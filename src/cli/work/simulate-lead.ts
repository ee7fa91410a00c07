import { hideInData } from '../../base/hide-texts.ts'
import type { OutsideEvent } from '../../campaign/begin-run.ts'
import { CALL_END_IDS } from '../../campaign/call-end-ids.ts'
import { callEnds } from '../../campaign/call-ends.ts'
import { fixturePerson } from '../../campaign/fixture-person.ts'
import { followRun } from '../../campaign/follow-run.ts'
import { runModel } from '../../campaign/run-model.ts'
import { startState } from '../../campaign/run-state.ts'
import type { Simulation } from '../../campaign/simulation.ts'
import type { CompiledProgram } from '../../compile/compiled-program.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { usualAssumptions } from '../../marketo/assumptions/assumptions.ts'
import { firstCall } from '../../model/calls.ts'
import type { Campaign } from '../../model/campaign.ts'
import { listenersElsewhere } from '../../model/failure-campaigns.ts'
import type { Workspace } from '../../model/workspace.ts'
import { mermaidSequence } from '../../render/diagrams/mermaid.ts'
import { runJson } from '../../report/run/run-json.ts'
import { runPretty } from '../../report/run/run-pretty.ts'
import { runSequence } from '../../site/diagrams/run-sequence.ts'
import { assumedValues } from '../assumed-values.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findDeployment } from '../find-deployment.ts'
import { findLead } from '../find-lead.ts'
import { openProject, unknown } from '../open-project.ts'
import { withSetValues } from '../set-values.ts'
import { viewFormat } from '../shown-format.ts'

/** What `simulate lead` takes on the command line. */
export interface SimulateLeadWords {
  readonly lead: string
  readonly outcome?: readonly string[]
  readonly env?: string
  readonly campaign?: string
  readonly trigger?: string
  readonly set?: readonly string[]
  readonly assume?: readonly string[]
  readonly diagram?: boolean
}

/** Prints what the campaigns of a program do with one lead. */
export async function simulateLead(
  name: string,
  words: SimulateLeadWords,
  context: CommandContext,
): Promise<number> {
  const format = viewFormat(context, 'a run', ['pretty', 'json'])
  const workspace = openProject(context)
  const simulation = simulated(name, words, workspace, context)
  const shown = hideInData(simulation, hiddenTexts(workspace).texts)
  context.host.stdout.write(writerOf(format, words.diagram === true)(shown))
  return EXIT.clean
}

function writerOf(format: string, isDiagram: boolean): (simulation: Simulation) => string {
  if (isDiagram) return (simulation) => `${mermaidSequence(runSequence(simulation))}\n`
  return format === 'json' ? runJson : runPretty
}

function simulated(
  name: string,
  words: SimulateLeadWords,
  workspace: Workspace,
  context: CommandContext,
): Simulation {
  const { program, environment } = findDeployment(workspace, name, words.env)
  const compiled = compileProgram(program)
  const ends = words.outcome ?? ['success']
  const pinned = pinnedBy(program)
  checkEnds(ends, compiled)
  const lead = findLead(words.lead, workspace, context)
  const model = runModel({
    compiled,
    elsewhere: listenersElsewhere(program, workspace.programs),
    assumptions: { ...usualAssumptions(), ...pinned, ...assumedValues(words.assume ?? [], pinned) },
    values: lead.values,
  })
  const before = withSetValues(fixturePerson(lead.values), words.set ?? [], model)
  const event = startingEvent(words, program.campaigns)
  return {
    program: program.id.value,
    environment,
    lead: lead.name,
    before,
    ends,
    run: followRun(startState(before), event, { model, ends }),
    assumptions: Object.fromEntries(
      ORDERING.filter((id) => pinned[id] === undefined).map((id) => [
        id,
        model.assumptions[id] ?? '',
      ]),
    ),
    mapped: compiled.webhooks.flatMap(({ mappings }) =>
      mappings.flatMap(({ field }) => (field === undefined ? [] : [field.displayName])),
    ),
  }
}

/** What decides about the order of things in a run. */
const ORDERING: readonly string[] = ['mapping-timing', 'campaign-order']

function checkEnds(ends: readonly string[], { webhooks, program }: CompiledProgram): void {
  const possible = new Set(webhooks.flatMap((webhook) => callEnds(webhook).map(({ id }) => id)))
  const wrong = ends.find((end) => !possible.has(end))
  if (wrong === undefined) return
  if (CALL_END_IDS.includes(wrong))
    throw new UsageError(
      `no webhook of ${program.id.value} says what success is, so that there is no "${wrong}"; add "success:" to one`,
    )
  throw new UsageError(unknown('outcome', wrong, [...possible]))
}

function startingEvent(
  { campaign: wanted, trigger }: SimulateLeadWords,
  campaigns: readonly Campaign[],
): OutsideEvent {
  const ids = campaigns.map(({ id }) => id.value)
  const campaign =
    wanted === undefined
      ? (campaigns.find((each) => firstCall(each) >= 0 && each.triggers.length > 0) ?? campaigns[0])
      : campaigns.find(({ id, name }) => [id.value, name.value].includes(wanted))
  if (campaign === undefined) throw new UsageError(unknown('campaign', wanted ?? '', ids))
  const triggers = campaign.triggers.map(({ id }) => id.value)
  const found = campaign.triggers.find(({ id }) => id.value === (trigger ?? id.value))
  if (found === undefined)
    throw new UsageError(unknown(`trigger of ${campaign.id.value}`, trigger ?? '', triggers))
  return { campaign, trigger: found }
}
