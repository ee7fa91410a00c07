import { campaignRoles, isTriggered } from './campaign-roles.ts'
import { pathParts, screenParts } from './on-screen.ts'
import { act, click, step, type Step } from './step.ts'
import { campaignHome, secretsOf, type StepContext } from './step-context.ts'
import { deactivateStep } from './stop-steps.ts'
import {
  code,
  listWords,
  onScreen,
  say,
  sentences,
  section,
  type Sentence,
  type Word,
} from './words.ts'

/** The way out: callers first, catchers last, then what they leave behind. Nothing is deleted before nobody calls. */
export function retireSteps(context: StepContext): readonly Step[] {
  const { program } = context.compiled
  const { callers } = campaignRoles(context.compiled)
  const triggered = program.campaigns.filter(isTriggered)
  const others = triggered.filter((campaign) => !callers.includes(campaign))
  return [
    tellStep(
      onScreen(context.compiled.program.title.value),
      say`Somebody still needs it: stop here.`,
    ),
    ...triggered
      .filter((campaign) => callers.includes(campaign))
      .map((campaign) => deactivateStep(`retire.off.${campaign.id.value}`, campaign, program)),
    waitStep(say`Activate the campaigns again: the steps before have the way back.`),
    ...others.map((campaign) =>
      deactivateStep(`retire.off.${campaign.id.value}`, campaign, program),
    ),
    ...programStep(context),
    ...webhookSteps(context),
    ...accessStep(context),
    ...secretStep(context),
    ...fieldStep(context),
    definitionStep(context),
  ]
}

/** Those who are concerned hear of the end first. */
export function tellStep(subject: Word, ifNot: Sentence): Step {
  return step({
    id: 'retire.tell',
    actor: 'human',
    does: 'Say that it ends',
    where: [],
    movements: [
      act(
        say`Tell the owner of the endpoint and whoever works with its leads the day from which ${subject} sends nothing any more.`,
      ),
    ],
    expect: say`Everybody has agreed to the day.`,
    ifNot,
    verify: say`The answers stand in the ticket.`,
    undo: say`Say that it goes on.`,
  })
}

/** Nothing is deleted while somebody is under way. */
export function waitStep(undo: Sentence): Step {
  return step({
    id: 'retire.wait',
    actor: 'human',
    does: 'Wait until the last call has ended',
    where: ['Campaign Queue'],
    movements: [
      act(
        say`Look until nobody waits for a campaign that calls. Leave it for a week before you delete anything.`,
      ),
    ],
    expect: say`No new activity ${onScreen('Call Webhook')} of this program.`,
    ifNot: say`Another campaign calls the webhook: find it, and ask its owner.`,
    verify: say`${code('GET /rest/v1/activities.json?activityTypeIds=110')} shows no new call.`,
    undo,
  })
}

function programStep({ compiled }: StepContext): readonly Step[] {
  if (compiled.program.home === undefined) return []
  const name = campaignHome(compiled.program)
  return [
    step({
      id: 'retire.program',
      actor: 'human',
      does: 'Put the program away',
      needs: ['retire.wait'],
      where: ['Marketing Activities', name],
      movements: [
        act(
          say`Move ${onScreen(name)} to the folder for old programs. Deleting it takes its history along.`,
        ),
      ],
      expect: say`Nobody meets it by chance, and its campaigns are inactive.`,
      ifNot: say`If a campaign is still active, go back.`,
      verify: say`${code('GET /rest/asset/v1/smartCampaigns.json')} shows its campaigns with ${code('"isActive": false')}.`,
      undo: say`Move it back.`,
    }),
  ]
}

function webhookSteps({ compiled, siblings }: StepContext): readonly Step[] {
  return compiled.webhooks.map((webhook) => {
    const scope = compiled.program.webhooks.find(({ id }) => id.value === webhook.id)?.scope.value
    const isShared = scope !== 'environment' && siblings.length > 0
    return step({
      id: `retire.webhook.${webhook.id}`,
      actor: 'human',
      does: `Delete the webhook ${webhook.name}`,
      needs: ['retire.wait'],
      ...screenParts('delete-webhook', { webhook: webhook.name }),
      movements: [
        ...(isShared
          ? [
              act(
                say`Other environments share it: ${listWords(siblings)}. Leave out this step until they are retired too.`,
              ),
            ]
          : []),
        act(say`Look at every campaign of the instance that uses it: there must be none.`),
        click('Delete Webhook'),
      ],
      expect: say`${onScreen(webhook.name)} is not in the list any more.`,
      ifNot: say`A campaign still refers to it: take the flow step out there first.`,
      verify: say`No campaign shows an error.`,
      undo: say`Create it again from ${section(9)}. That is all there is: Marketo keeps no copy.`,
    })
  })
}

function accessStep({ compiled }: StepContext): readonly Step[] {
  const { launchpoint } = compiled.program
  if (launchpoint === undefined) return []
  return [
    step({
      id: 'retire.access',
      actor: 'human',
      does: `Delete the service ${launchpoint.service.value}`,
      needs: ['retire.wait'],
      where: pathParts('new-service').where.slice(0, 3),
      movements: [
        act(
          say`Delete the service ${onScreen(launchpoint.service.value)}, then the user ${onScreen(launchpoint.user.value)}, then the role ${onScreen(launchpoint.role.name.value)}, if no other program has them.`,
        ),
      ],
      expect: say`The endpoint gets no access token any more.`,
      ifNot: say`Another service has the same user: leave both.`,
      verify: say`A request for a token is answered with 401.`,
      undo: say`Create them again from ${section(9)}; the credentials are new ones.`,
    }),
  ]
}

function secretStep(context: StepContext): readonly Step[] {
  const secrets = secretsOf(context)
  if (secrets.length === 0) return []
  return [
    step({
      id: 'retire.secret',
      actor: 'receiver',
      does: 'Refuse the secret',
      needs: ['retire.wait'],
      where: [],
      movements: [
        act(
          say`Remove ${listWords(secrets.map(({ id }) => code(id.value)))} at the endpoint and where the value is kept, if no other program uses it.`,
        ),
      ],
      expect: say`A call with the old value is answered with 401.`,
      ifNot: say`Another program still uses it: leave it.`,
      verify: say`The same call.`,
      undo: say`Make a new value: ${section(11)}.`,
    }),
  ]
}

function fieldStep({ compiled, siblings }: StepContext): readonly Step[] {
  const { fields } = compiled.program
  if (fields.length === 0) return []
  return [
    step({
      id: 'retire.fields',
      actor: 'human',
      does: 'Hide the fields',
      needs: ['retire.wait'],
      where: ['Admin', 'Field Management'],
      movements: [
        act(
          sentences(
            say`Hide ${listWords(fields.map(({ displayName }) => onScreen(displayName.value)))}, if nothing else uses them. A field cannot be deleted.`,
            siblings.length === 0
              ? undefined
              : say`Other environments share them: ${listWords(siblings)}.`,
          ),
        ),
      ],
      expect: say`They are not offered any more.`,
      ifNot: say`A list, form or campaign still uses them: leave them.`,
      verify: say`The list of fields shows them as hidden.`,
      undo: say`Unhide them; their values are still there.`,
    }),
  ]
}

function definitionStep({ compiled }: StepContext): Step {
  const { program } = compiled
  return step({
    id: 'retire.definition',
    actor: 'human',
    does: 'Take it out of the definition',
    where: [],
    movements: [
      act(
        say`In ${code(`${program.id.value}/program.yaml`)}, remove ${code(program.environment.id.value)} from ${code('environments')}; with the last one, remove the folder. Run ${code('hookbook build')}, and have it reviewed.`,
      ),
    ],
    expect: say`This page is gone from the repository; git keeps it.`,
    ifNot: say`A page that stays will wake somebody for nothing.`,
    verify: say`${code('hookbook build --check')} says that the files are up to date.`,
    undo: say`Take the change back in git.`,
  })
}
