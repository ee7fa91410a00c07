import type { Actor } from '../marketo/actor.ts'
import { pathParts, screenParts } from './on-screen.ts'
import type { PlanStep } from './plan.ts'
import { act, click, step, type Movement, type Step } from './step.ts'
import { code, onScreen, say, type Sentence } from './words.ts'

/** Something of which the ledger knows and the definition does not. */
export interface GoneThing {
  /** The beginning of its steps' ids: `webhook.crm-lead-sync`. */
  readonly id: string
  /** What the screens call it; its id where nobody has said. */
  readonly name: string
  /** Ids of the steps whose work goes with it. */
  readonly steps: readonly string[]
}

/** The act that takes a thing out of Marketo; undefined for what is left where it is and does no harm. */
export function removalStep(thing: GoneThing): PlanStep | undefined {
  const made = removalOf(thing)
  if (made === undefined) return undefined
  return { step: made, motion: 'remove', changes: [], settles: thing.steps }
}

function removalOf({ id, name }: GoneThing): Step | undefined {
  const [kind = '', part = ''] = id.split('.')
  if (kind === 'webhook') return deleteWebhook(id, name)
  if (kind === 'campaign') return putAwayCampaign(id, name)
  if (kind === 'field') return hideField(id, name)
  if (kind === 'access') return deleteAccess(name)
  if (kind === 'endpoint') return part === 'secret' ? refuseSecret(id, name) : endEndpoint(id, name)
  if (kind !== 'program') return undefined
  return part === 'token' ? deleteToken(id, name) : putAwayProgram(name)
}

function deleteWebhook(id: string, name: string): Step {
  return step({
    id: `retire.${id}`,
    actor: 'human',
    does: `Delete the webhook ${name}`,
    ...screenParts('delete-webhook', { webhook: name }),
    movements: [
      act(say`Look at every campaign of the instance that uses it: there must be none.`),
      click('Delete Webhook'),
    ],
    expect: say`${onScreen(name)} is not in the list any more.`,
    ifNot: say`A campaign still refers to it: take the flow step out there first.`,
    verify: say`No campaign shows an error.`,
    undo: say`Create it again from the page as git has it. That is all there is: Marketo keeps no copy.`,
  })
}

function putAwayCampaign(id: string, name: string): Step {
  return plain(id, 'human', `Put the campaign ${name} away`, ['Marketing Activities', name], {
    movements: [
      act(
        say`Take its flow steps ${onScreen('Call Webhook')} out, and move it to the folder for old campaigns. Deleting it takes its history along.`,
      ),
    ],
    expect: say`It is inactive, and nobody meets it by chance.`,
    ifNot: say`If it is still active, deactivate it first.`,
    undo: say`Move it back; the page as git has it says what its flow was.`,
  })
}

function hideField(id: string, name: string): Step {
  return plain(id, 'human', `Hide the field ${name}`, ['Admin', 'Field Management'], {
    movements: [
      act(say`Hide ${onScreen(name)}, if nothing else uses it. A field cannot be deleted.`),
    ],
    expect: say`It is not offered any more.`,
    ifNot: say`A list, form or campaign still uses it: leave it.`,
    undo: say`Unhide it; its values are still there.`,
  })
}

function deleteAccess(name: string): Step {
  const { where } = pathParts('new-service')
  return plain('access', 'human', `Delete the service ${name}`, where.slice(0, 3), {
    movements: [
      act(
        say`Delete the service ${onScreen(name)}, then its user, then its role, if no other program has them.`,
      ),
    ],
    expect: say`The endpoint gets no access token any more.`,
    ifNot: say`Another service has the same user: leave both.`,
    undo: say`Create them again from the page as git has it; the credentials are new ones.`,
  })
}

function refuseSecret(id: string, name: string): Step {
  return plain(id, 'receiver', `Refuse the secret ${name}`, [], {
    movements: [
      act(
        say`Remove ${code(name)} at the endpoint and where the value is kept, if no other program uses it.`,
      ),
    ],
    expect: say`A call with the old value is answered with 401.`,
    ifNot: say`Another program still uses it: leave it.`,
    undo: say`Make a new value and let the endpoint know it.`,
  })
}

function endEndpoint(id: string, name: string): Step {
  return plain(id, 'receiver', `Let the endpoint of ${name} go`, [], {
    movements: [
      act(
        say`Marketo does not call it for ${onScreen(name)} any more. Take it down, if nobody else calls it.`,
      ),
    ],
    expect: say`The log shows no call of Marketo any more.`,
    ifNot: say`A campaign still calls it: find it before you go on.`,
    undo: say`Serve it again.`,
  })
}

function deleteToken(id: string, name: string): Step {
  const made = plain(id, 'api', `Delete the My Token ${name}`, ['Marketing Activities'], {
    movements: [
      act(say`On the tab ${onScreen('My Tokens')} of the program delete ${onScreen(name)}.`),
    ],
    expect: say`The token is not listed any more.`,
    ifNot: say`An asset of the program still uses it: look who does.`,
    undo: say`Set it again, with the value that git has.`,
  })
  const request = { method: 'POST', path: '/rest/asset/v1/folder/{id}/tokens/delete.json' } as const
  return { ...made, request: { ...request, body: undefined } }
}

function putAwayProgram(name: string): Step {
  return plain('program', 'human', 'Put the program away', ['Marketing Activities', name], {
    movements: [
      act(
        say`Move ${onScreen(name)} to the folder for old programs. Deleting it takes its history along.`,
      ),
    ],
    expect: say`Nobody meets it by chance, and its campaigns are inactive.`,
    ifNot: say`If a campaign is still active, go back.`,
    undo: say`Move it back.`,
  })
}

interface PlainParts {
  readonly movements: readonly Movement[]
  readonly expect: Sentence
  readonly ifNot: Sentence
  readonly undo: Sentence
}

function plain(
  id: string,
  actor: Actor,
  does: string,
  where: readonly string[],
  parts: PlainParts,
): Step {
  return step({
    id: `retire.${id}`,
    actor,
    does,
    where,
    verify: say`Look again at any time.`,
    ...parts,
  })
}
