import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { settingOf, type Campaign } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import { campaignRoles } from './campaign-roles.ts'
import { mappedFieldNames, successWords } from './diagnose-steps.ts'
import { pathParts } from './on-screen.ts'
import { filterMovement, triggerMovement } from './rule-movements.ts'
import { act, step, type Movement, type Step } from './step.ts'
import type { StepContext } from './step-context.ts'
import { testLead } from './test-lead.ts'
import {
  code,
  listWords,
  onScreen,
  say,
  section,
  sentences,
  stepRef,
  type Sentence,
} from './words.ts'

const PERSON = { person: 'the test person' }

/** One marked, invented person through the whole road, and away again; nothing where nobody is called. */
export function proveSteps(context: StepContext): readonly Step[] {
  const { callers } = campaignRoles(context.compiled)
  if (callers.length === 0) return []
  return [
    tellStep(context),
    createStep(context),
    meetStep(callers, context),
    callStep(context.compiled),
    arrivalStep(context.compiled.webhooks),
    ...fieldStep(context),
    cleanStep(context),
  ]
}

function tellStep({ compiled }: StepContext): Step {
  const isProduction = compiled.program.subscription.stage.value === 'production'
  return step({
    id: 'prove.tell',
    actor: 'human',
    does: 'Say that a test is coming',
    where: [],
    movements: [
      act(
        isProduction
          ? say`Tell the owner of the endpoint: this is production, and the test person arrives there like anybody else.`
          : say`Tell the owner of the endpoint that a test person is coming.`,
      ),
    ],
    expect: say`The owner knows the address of the test person and takes it out afterwards.`,
    ifNot: say`At night, with nobody to ask: go on, and leave a note. One invented person does less harm than an unproven repair.`,
    verify: say`The message stands in the channel of the incident.`,
    undo: say`Say that the test is off.`,
  })
}

function createStep(context: StepContext): Step {
  const { email, values } = testLead(context)
  const body = { action: 'createOnly', lookupField: 'email', input: [values] }
  return step({
    id: 'prove.create',
    actor: 'api',
    does: 'Create the test person',
    needs: ['prove.tell'],
    where: [],
    movements: [
      {
        kind: 'copy',
        words: say`Create a person with these values, the way your team creates people by hand:`,
        value: Object.entries(values)
          .map(([name, value]) => `${name}: ${String(value)}`)
          .join('\n'),
        language: 'text',
      },
    ],
    request: {
      method: 'POST',
      path: '/rest/v1/leads.json',
      body: JSON.stringify(body, undefined, 2),
    },
    expect: say`The person ${code(email)} is there, once.`,
    ifNot: say`It is left from an earlier test: delete it (${stepRef('prove.clean')}), and begin again.`,
    verify: say`The REST API answers with the status ${code('created')}; a quick search finds the address.`,
    undo: say`${stepRef('prove.clean')}.`,
  })
}

function meetStep(callers: readonly Campaign[], { compiled }: StepContext): Step {
  const isEnough = callers.some(({ triggers }) =>
    triggers.some(({ trigger }) => /^(?:person|lead) is created$/i.test(trigger.value)),
  )
  return step({
    id: 'prove.meet',
    actor: 'human',
    does: 'Let the test person meet the campaign',
    needs: ['prove.create'],
    where: [],
    movements: callers.flatMap((campaign) => conditions(campaign, compiled.program)),
    expect: isEnough
      ? say`Creating the person was enough: it has met a trigger, with the values above.`
      : say`The person has done what one of the triggers waits for.`,
    ifNot: say`Change the person, not the campaign.`,
    verify: say`The activity log of the person shows what it met.`,
    undo: say`Nothing to undo: the person goes in the last step.`,
  })
}

/** Who is let in, in a sentence each for triggers and filters. */
function conditions(campaign: Campaign, program: Program): readonly Movement[] {
  const { name, triggers, filters, filterLogic } = campaign
  const met = triggers.map((trigger) => ruleWords(triggerMovement(trigger, program)))
  const passed = filters.map((filter) => ruleWords(filterMovement(filter, program)))
  return [
    act(
      say`To be let in by ${onScreen(name.value)}, the person meets one of its triggers: ${joined(met)}.`,
    ),
    ...(passed.length === 0
      ? []
      : [
          act(
            say`It also passes its filters (${filterLogic?.value ?? 'all'} of them): ${joined(passed)}.`,
          ),
        ]),
  ]
}

function joined(rules: readonly Sentence[]): Sentence {
  return rules.flatMap((words, index) => (index === 0 ? words : ['; ', ...words]))
}

/** A rule in a sentence: its name, then each setting. */
function ruleWords(movement: Movement): Sentence {
  if (movement.kind !== 'add') return []
  const settings = movement.settings.map(({ label, operator, value }) =>
    sentences(
      label === '' ? undefined : say`with ${onScreen(label)}`,
      operator === undefined ? undefined : say`${operator}`,
      value === undefined ? undefined : say`${code(value)}`,
    ),
  )
  return sentences(say`${onScreen(movement.name)}`, ...settings)
}

function callStep({ program, webhooks }: CompiledProgram): Step {
  return step({
    id: 'prove.call',
    actor: 'human',
    does: 'See the call in Marketo',
    needs: ['prove.meet'],
    ...pathParts('activity-log', PERSON),
    movements: [
      act(
        say`Filter by ${onScreen('Call Webhook')}, and open the activity of ${listWords(
          webhooks.map(({ name }) => onScreen(name)),
          'or',
        )}.`,
      ),
    ],
    expect: sentences(
      say`No error type, and a response with a body.`,
      ...webhooks.map((webhook) => successWords(webhook, program)),
    ),
    ifNot: say`No activity yet: reload for ten minutes; campaigns with webhooks have a low priority. Still none: ${section(3)}. An error: ${section(2)}.`,
    verify: say`${code('GET /rest/v1/activities.json?activityTypeIds=110')} lists it.`,
    undo: say`A call cannot be taken back; the endpoint removes the person.`,
  })
}

function arrivalStep(webhooks: readonly CompiledWebhook[]): Step {
  return step({
    id: 'prove.arrival',
    actor: 'receiver',
    does: 'See the call at the endpoint',
    needs: ['prove.call'],
    where: [],
    movements: [
      act(
        say`Ask for the request of ${listWords(webhooks.map(({ name }) => onScreen(name)))} as it arrived, and hold it beside the sample of ${section(13)}.`,
      ),
    ],
    expect: say`Exactly one call, with the address of the test person and the same members as the sample.`,
    ifNot: say`Two calls: the person met two triggers, or two campaigns call. None: another environment answered; compare the URL.`,
    verify: say`The log of the endpoint.`,
    undo: say`Nothing was changed.`,
  })
}

function fieldStep({ compiled }: StepContext): readonly Step[] {
  const { webhooks } = compiled
  const names = mappedFieldNames(webhooks)
  const expected = webhooks.flatMap(({ mappings, success }) =>
    mappings.map(({ path, field, fieldName }): Sentence => {
      const name = onScreen(field?.displayName ?? fieldName.value)
      return success?.path.value === path.value
        ? say`${name} is ${code(String(success.equals.value))}.`
        : say`${name} holds the ${code(path.value)} of the response.`
    }),
  )
  const effects = campaignRoles(compiled).followers.flatMap(({ flow }) =>
    flow.flatMap((each) => {
      const attribute = settingOf(each, 'attribute')?.value
      const value = settingOf(each, 'value')?.value
      return attribute === undefined || value === undefined
        ? []
        : [say`Then ${onScreen(attribute)} becomes ${code(value)}.`]
    }),
  )
  if (names.length === 0) return []
  return [
    step({
      id: 'prove.lead',
      actor: 'human',
      does: 'See the answer on the person',
      needs: ['prove.call'],
      ...pathParts('activity-log', PERSON),
      movements: [act(say`Look at ${listWords(names.map(onScreen))}.`)],
      expect: sentences(...expected, ...effects),
      ifNot: say`Wait a minute: they are written a little after the call. Then ${stepRef('diagnose.fields')}.`,
      verify: say`The log shows ${onScreen('Change Data Value')} for each.`,
      undo: say`Nothing to undo: the person goes in the last step.`,
    }),
  ]
}

function cleanStep(context: StepContext): Step {
  const { email } = testLead(context)
  return step({
    id: 'prove.clean',
    actor: 'human',
    does: 'Take the test person away',
    needs: ['prove.call'],
    where: [],
    movements: [
      act(
        say`Delete ${code(email)} in Marketo, and ask the owner of the endpoint to delete it there.`,
      ),
    ],
    expect: say`Neither Marketo nor the endpoint has it.`,
    ifNot: say`If you may not delete people, leave it, and say in the last message (${section(7)}) that it is a test.`,
    verify: say`A search for the address finds nobody.`,
    undo: say`Create it again: ${stepRef('prove.create')}.`,
  })
}
