import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Campaign } from '../model/campaign.ts'
import { campaignRoles, listsOf, type CampaignRoles } from './campaign-roles.ts'
import { activateStep, campaignSteps } from './campaign-steps.ts'
import { notArrived, replayCampaign } from './replay-campaign.ts'
import { act, step, type Movement, type Step } from './step.ts'
import type { StepContext } from './step-context.ts'
import { deactivateStep } from './stop-steps.ts'
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

/** The REST API takes this many people in one request. Source: Experience League, "Smart Campaigns". */
const MOST_PEOPLE = 100

/** Sending again: find the people, take out those who must not be sent, send one, send the rest. */
export function replaySteps(context: StepContext): readonly Step[] {
  const roles = campaignRoles(context.compiled)
  const prepared = roles.requestable.map((campaign) => campaign.name.value)
  const made = prepared.length > 0 ? [] : replayCampaigns(roles, context)
  const names = prepared.length > 0 ? prepared : made.map(({ name }) => name.value)
  if (names.length === 0) return []
  return [
    causeStep(),
    findStep(roles),
    sortStep(context.compiled.webhooks),
    ...made.flatMap((campaign) => [
      ...campaignSteps(campaign, context),
      activateStep(campaign, context.compiled.program),
    ]),
    oneStep(names),
    restStep(names),
    checkStep(context, roles),
    ...made.map((campaign) =>
      deactivateStep(`replay.off.${campaign.id.value}`, campaign, context.compiled.program),
    ),
  ]
}

function replayCampaigns(
  { callers }: CampaignRoles,
  { compiled }: StepContext,
): readonly Campaign[] {
  return callers.map((caller) => replayCampaign(caller, compiled))
}

function causeStep(): Step {
  return step({
    id: 'replay.cause',
    actor: 'human',
    does: 'Be sure that the cause is gone',
    where: [],
    movements: [
      act(
        say`Go through ${section(5)}. By day, with the owner of the endpoint: sending again is never urgent at night, the leads wait in Marketo.`,
      ),
    ],
    expect: say`The test person has arrived.`,
    ifNot: say`Do not send anything again yet: every call would fail once more.`,
    verify: say`No new person is on the list of failures.`,
    undo: say`Nothing was changed.`,
  })
}

function findStep({ catchers }: CampaignRoles): Step {
  const lists = listsOf(catchers).map(onScreen)
  const movements: readonly Movement[] = [
    ...(lists.length === 0
      ? []
      : [act(say`Take the people of the list ${listWords(lists)} who were added since it began.`)]),
    act(
      say`Add who met the triggers while the calling campaign was inactive: they have no activity ${onScreen('Call Webhook')} in that time.`,
    ),
    {
      kind: 'copy',
      words: say`By the REST API: get a paging token for the time when it began, then read the calls until ${code('moreResult')} is false. Each entry names the person in ${code('leadId')}.`,
      value:
        'GET /rest/v1/activities/pagingtoken.json?sinceDatetime=<begin, with zone>\nGET /rest/v1/activities.json?activityTypeIds=110&nextPageToken=<token>\n',
      language: 'text',
    },
  ]
  return step({
    id: 'replay.find',
    actor: 'api',
    does: 'Find who is affected',
    needs: ['replay.cause'],
    where: [],
    movements,
    expect: say`A list of ids of people, each once, with the time and the result of the call.`,
    ifNot: say`If the log of changes has gone (it is kept for 90 days), the calls are still there: they are kept for 25 months.`,
    verify: say`Their number agrees with the alerts of that time.`,
    undo: say`Nothing was changed.`,
  })
}

function sortStep(webhooks: readonly CompiledWebhook[]): Step {
  const proofs = webhooks.flatMap((webhook): readonly Sentence[] =>
    notArrived(webhook, webhook.at).map(
      ({ filter, value }) =>
        say`Out: everybody whose ${onScreen(filter.value)} is ${code(String(value?.value))}. They have arrived.`,
    ),
  )
  return step({
    id: 'replay.sort',
    actor: 'human',
    does: 'Take out who must not be sent again',
    needs: ['replay.find'],
    where: [],
    movements: [
      ...proofs.map(act),
      act(
        say`Out: whoever was refused for what it holds (400, 422, a refusal in the response). The same person would be refused again; correct the data first.`,
      ),
      ...webhooks.map(timeOutMovement),
      act(
        say`In: time-outs that may be repeated, 429, 5xx, no connection, a wrong secret, and everybody who was never called.`,
      ),
    ],
    expect: say`A shorter list, and you can say of each why it is on it.`,
    ifNot: say`If you cannot tell whether somebody has arrived, ask the owner of the endpoint for the ids that it has.`,
    verify: say`A second person has read the list.`,
    undo: say`Nothing was changed.`,
  })
}

/** A time-out does not prove that the endpoint did nothing. */
function timeOutMovement({ name, idempotencyKey }: CompiledWebhook): Movement {
  return act(
    idempotencyKey.length === 0
      ? say`Out: every time-out of ${onScreen(name)}. It does not prove that nothing was done, and the definition names no key by which the endpoint would know a repeated call. Ask its owner about each.`
      : say`In: time-outs of ${onScreen(name)}. They do not prove that nothing was done, but the endpoint knows a repeated call by ${listWords(idempotencyKey.map(code))}.`,
  )
}

function oneStep(names: readonly string[]): Step {
  return step({
    id: 'replay.one',
    actor: 'api',
    does: 'Send one',
    needs: ['replay.sort'],
    where: [],
    movements: [
      {
        kind: 'copy',
        words: say`Request ${listWords(names.map(onScreen), 'or')} for one person of the list, by the REST API:`,
        value: requestText('[{ "id": <one id> }]'),
        language: 'text',
      },
    ],
    expect: say`A new activity ${onScreen('Call Webhook')} without an error type, as in ${stepRef('prove.call')}.`,
    ifNot: say`The campaign must be active, with the trigger ${onScreen('Campaign is Requested')}. Otherwise stop: the cause is not gone.`,
    verify: say`The owner of the endpoint sees the person once.`,
    undo: say`A call cannot be taken back; the owner of the endpoint removes the person.`,
  })
}

function restStep(names: readonly string[]): Step {
  return step({
    id: 'replay.rest',
    actor: 'api',
    does: 'Send the rest in portions',
    needs: ['replay.one'],
    where: [],
    movements: [
      {
        kind: 'copy',
        words: say`Request ${listWords(names.map(onScreen), 'or')} again, for ${String(MOST_PEOPLE)} people at most in each request. Wait until a portion has been answered before the next:`,
        value: requestText('[{ "id": <id> }, { "id": <id> }]'),
        language: 'text',
      },
    ],
    expect: say`As many new activities as people, and no new alert.`,
    ifNot: say`Two failures in a row: stop, and go to ${section(3)}. Webhooks of the whole instance share the line: others wait while you send.`,
    verify: say`${stepRef('replay.check')}.`,
    undo: say`Stop sending; what was sent has been sent.`,
  })
}

function requestText(leads: string): string {
  return `POST /rest/v1/campaigns/{id of the campaign}/trigger.json\n{ "input": { "leads": ${leads} } }\n`
}

function checkStep({ compiled }: StepContext, { catchers }: CampaignRoles): Step {
  const lists = listsOf(catchers).map(onScreen)
  const proofs = compiled.webhooks.flatMap((webhook) =>
    notArrived(webhook, webhook.at).map(
      ({ filter, value }) =>
        say`${onScreen(filter.value)} of each is ${code(String(value?.value))}.`,
    ),
  )
  return step({
    id: 'replay.check',
    actor: 'human',
    does: 'Check, and clear the list',
    needs: ['replay.rest'],
    where: [],
    movements: [
      act(say`Look at a few people of each portion.`),
      ...(lists.length === 0
        ? []
        : [
            act(
              say`Remove everybody who has arrived from ${listWords(lists)}, so that the next alert is seen.`,
            ),
          ]),
    ],
    expect: sentences(say`Each has a successful call after the repair.`, ...proofs),
    ifNot: say`Who failed again stays on the list: ${section(2)}.`,
    verify: say`The owner of the endpoint counts as many.`,
    undo: say`Add them to the list again.`,
  })
}
