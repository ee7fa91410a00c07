import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Program } from '../model/program.ts'
import { campaignRoles, failureSigns, isTriggered, listsOf } from './campaign-roles.ts'
import { onCampaign } from './campaign-steps.ts'
import { pathParts } from './on-screen.ts'
import { act, step, type Step } from './step.ts'
import type { StepContext } from './step-context.ts'
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

const UNCHANGED = say`Nothing was changed.`

/** Looks, from the outside in; none of them changes anything. */
export function diagnoseSteps(context: StepContext): readonly Step[] {
  const { compiled } = context
  return [
    ...activeSteps(context),
    ...listStep(context),
    activityStep(compiled.webhooks),
    resultStep(compiled),
    payloadStep(),
    ...fieldsStep(compiled.webhooks),
    ...compiled.webhooks.map(dialogLook),
    endpointStep(compiled.webhooks),
    queueStep(),
  ]
}

function activeSteps({ compiled }: StepContext): readonly Step[] {
  const { program } = compiled
  return campaignRoles(compiled)
    .callers.filter(isTriggered)
    .map((campaign) => {
      const rule = campaign.qualification?.value ?? 'only once'
      return step({
        id: `diagnose.active.${campaign.id.value}`,
        actor: 'human',
        does: `Is ${campaign.name.value} active?`,
        ...onCampaign('schedule', campaign, program),
        toVerify: [],
        movements: [
          act(say`Read the state of the campaign and its ${onScreen('Smart Campaign Settings')}.`),
        ],
        expect: say`It is active, and lets people through ${onScreen(rule)}.`,
        ifNot: say`Inactive: ${stepRef('fix.activate')}. Another rule: ${stepRef('fix.qualification')}.`,
        verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')}: ${code('isActive')}, ${code('qualificationRuleType')}.`,
        undo: UNCHANGED,
      })
    })
}

function listStep({ compiled }: StepContext): readonly Step[] {
  const lists = listsOf(campaignRoles(compiled).catchers)
  return lists.map((list, index) =>
    step({
      id: index === 0 ? 'diagnose.list' : `diagnose.list.${index + 1}`,
      actor: 'human',
      does: `Who is on the list ${list}?`,
      ...pathParts('list', { list }),
      movements: [
        act(say`Note who was added since it began, and pick one of them for the next steps.`),
      ],
      expect: say`Nobody new: no call has failed.`,
      ifNot: say`Each of them is a call that failed. If they are many, stop the bleeding first: ${section(1)}.`,
      verify: [],
      undo: UNCHANGED,
    }),
  )
}

function activityStep(webhooks: readonly CompiledWebhook[]): Step {
  const names = listWords(
    webhooks.map(({ name }) => onScreen(name)),
    'or',
  )
  return step({
    id: 'diagnose.activity',
    actor: 'human',
    does: 'Was the person sent at all?',
    ...pathParts('activity-log', { person: 'the person' }),
    movements: [act(say`Filter the log by ${onScreen('Call Webhook')} and look for ${names}.`)],
    expect: say`An activity at the time in question.`,
    ifNot: say`No call was made. Compare the person with triggers and filters in ${section(9)}. If it meets them, look at ${stepRef('fix.qualification')} and ${stepRef('fix.activate')}.`,
    verify: [],
    undo: UNCHANGED,
  })
}

function resultStep({ program, webhooks }: CompiledProgram): Step {
  return step({
    id: 'diagnose.result',
    actor: 'human',
    does: 'How did the call end?',
    needs: ['diagnose.activity'],
    ...pathParts('activity-log', { person: 'the person' }),
    movements: [
      act(say`Open the activity and read ${onScreen('Error Type')} and ${onScreen('Response')}.`),
    ],
    expect: sentences(
      say`No error type, and a response.`,
      ...webhooks.map((webhook) => successWords(webhook, program)),
    ),
    ifNot: say`Take what you read to the table of ${section(2)}. Two pages of the vendor disagree whether the error type is the number of the status or its words: expect either.`,
    verify: say`${code('GET /rest/v1/activities.json?activityTypeIds=110')} gives the same attributes.`,
    undo: UNCHANGED,
  })
}

/** What in the response proves that the endpoint did its work; else what the catching campaign looks for. */
export function successWords(
  { id, name, success }: CompiledWebhook,
  program: Program,
): Sentence | undefined {
  if (success !== undefined)
    return say`For ${onScreen(name)} its ${code(success.path.value)} is ${code(String(success.equals.value))}.`
  const sign = failureSigns(id, { program }).find(({ operator }) => operator === 'not contains')
  return sign && say`For ${onScreen(name)} it contains ${code(sign.value)}.`
}

function payloadStep(): Step {
  return step({
    id: 'diagnose.payload',
    actor: 'human',
    does: 'Was the right thing sent?',
    needs: ['diagnose.activity'],
    ...pathParts('activity-log', { person: 'the person' }),
    movements: [act(say`Hold the payload of the activity beside the sample of ${section(13)}.`)],
    expect: say`Only the values differ, and each is the person's own.`,
    ifNot: say`Other names, missing quotes, a token that was not replaced: somebody has edited the webhook; ${stepRef('fix.dialog')}. Where the log shows no payload, ask the owner of the endpoint.`,
    verify: say`The log of the endpoint shows the same payload.`,
    undo: UNCHANGED,
  })
}

function fieldsStep(webhooks: readonly CompiledWebhook[]): readonly Step[] {
  const fields = mappedFieldNames(webhooks)
  if (fields.length === 0) return []
  return [
    step({
      id: 'diagnose.fields',
      actor: 'human',
      does: 'Was the answer written to the person?',
      needs: ['diagnose.activity'],
      ...pathParts('activity-log', { person: 'the person' }),
      movements: [act(say`Look at ${listWords(fields.map(onScreen))} of the person.`)],
      expect: say`They hold the values of the response. They are written a little later than the call, not before the next flow step.`,
      ifNot: say`A success without values: ${stepRef('fix.mappings')}. One value missing: it does not fit the type or the length of its field (${section(13)}).`,
      verify: say`${code('GET /rest/v1/activities/leadchanges.json')} shows who wrote a field, and when.`,
      undo: UNCHANGED,
    }),
  ]
}

/** Display names of what the mappings write; the SOAP name where a field is unknown. */
export function mappedFieldNames(webhooks: readonly CompiledWebhook[]): readonly string[] {
  return webhooks.flatMap(({ mappings }) =>
    mappings.map(({ field, fieldName }) => field?.displayName ?? fieldName.value),
  )
}

function dialogLook({ id, name, mappings }: CompiledWebhook): Step {
  const repairs = ['fix.dialog', 'fix.headers', ...(mappings.length === 0 ? [] : ['fix.mappings'])]
  return step({
    id: `diagnose.webhook.${id}`,
    actor: 'human',
    does: `Does Marketo hold what this page says of ${name}?`,
    ...pathParts('edit-webhook', { webhook: name }),
    movements: [
      act(
        say`Compare each field, each header and each mapping with ${section(13)}, letter by letter. Close without saving.`,
      ),
    ],
    expect: say`All are the same.`,
    ifNot: say`Marketo keeps no history of webhooks, so nobody can look up who did it. Put it back: ${listWords(repairs.map(stepRef), 'or')}.`,
    verify: [],
    undo: UNCHANGED,
  })
}

function endpointStep(webhooks: readonly CompiledWebhook[]): Step {
  const urls = listWords(webhooks.map(({ url }) => code(url.text.value)))
  return step({
    id: 'diagnose.endpoint',
    actor: 'receiver',
    does: 'Did the call arrive?',
    where: [],
    movements: [
      act(say`Ask the owner of the endpoint for the calls to ${urls} at the time of the activity.`),
    ],
    expect: say`One call with the person's id, answered within 30 seconds, with a body.`,
    ifNot: say`Arrived and refused: ${section(2)}, by the status. Did not arrive: name, network or certificate of the endpoint; ${stepRef('fix.endpoint')}.`,
    verify: [],
    undo: UNCHANGED,
  })
}

function queueStep(): Step {
  return step({
    id: 'diagnose.queue',
    actor: 'human',
    does: 'Do calls wait in a queue?',
    where: ['Campaign Queue'],
    movements: [act(say`Look how many people wait for campaigns that call a webhook.`)],
    expect: say`Few, and fewer each time you look.`,
    ifNot: say`An import or a slow endpoint holds all webhooks of the instance up: ${stepRef('fix.burst')}.`,
    verify: [],
    undo: UNCHANGED,
  })
}
