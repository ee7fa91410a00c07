import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { campaignRoles, isTriggered } from './campaign-roles.ts'
import { confirmOf, screenParts } from './on-screen.ts'
import { act, click, step, type Step } from './step.ts'
import { campaignHome, secretsOf, type StepContext } from './step-context.ts'
import { code, listWords, onScreen, say, section, stepRef, type Word } from './words.ts'

/** Repairs, each with its way back. The names say the cause; the table of symptoms leads here. */
export function fixSteps(context: StepContext): readonly Step[] {
  const { webhooks } = context.compiled
  return [
    ...activationFixes(context),
    ...webhookFixes(webhooks),
    ...secretFix(context),
    endpointFix(webhooks),
    burstFix(),
  ]
}

function activationFixes({ compiled }: StepContext): readonly Step[] {
  const { program } = compiled
  const triggered = program.campaigns.filter(isTriggered)
  if (triggered.length === 0) return []
  const place = { where: ['Marketing Activities', campaignHome(program)] }
  const names = listWords(triggered.toReversed().map(({ name }) => onScreen(name.value)))
  const rules = triggered.map(
    ({ name, qualification }) =>
      say`${onScreen(name.value)}: ${onScreen(qualification?.value ?? 'only once')}.`,
  )
  return [
    step({
      id: 'fix.activate',
      actor: 'api',
      does: 'Activate what should be active',
      ...place,
      movements: [
        act(
          say`In this order, on the tab ${onScreen('Schedule')} of each: ${names}. Click ${onScreen('Activate')} where it is inactive.`,
        ),
      ],
      request: {
        method: 'POST',
        path: '/rest/asset/v1/smartCampaign/{id}/activate.json',
        body: undefined,
      },
      expect: say`All are active.`,
      ifNot: say`Its smart list or flow has an error: compare both with ${section(9)}.`,
      verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')} says ${code('"isActive": true')}.`,
      undo: say`${onScreen('Deactivate')}, on the same tab.`,
    }),
    step({
      id: 'fix.qualification',
      actor: 'human',
      does: 'Set the qualification rules right',
      ...place,
      ...pick(screenParts('qualification')),
      movements: [
        act(
          say`On the tab ${onScreen('Schedule')}, in ${onScreen('Smart Campaign Settings')}, click ${onScreen('Edit')}.`,
        ),
        ...rules.map(act),
        click(confirmOf('qualification')),
      ],
      expect: say`Each shows its rule.`,
      ifNot: say`Deactivate the campaign, set the rule, activate it again.`,
      verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')}: ${code('qualificationRuleType')}.`,
      undo: say`Choose the earlier rule.`,
    }),
    ...batchFix(campaignRoles(compiled).callers.map(({ name }) => onScreen(name.value))),
  ]
}

function batchFix(names: readonly Word[]): readonly Step[] {
  if (names.length === 0) return []
  return [
    step({
      id: 'fix.batch',
      actor: 'human',
      does: 'Call from a trigger campaign only',
      where: ['Marketing Activities'],
      movements: [
        act(
          say`Find the batch campaign whose flow holds ${onScreen('Call Webhook')}, and take that step out. ${listWords(names)} may call; no other campaign does.`,
        ),
      ],
      expect: say`No new activity with the code 1000.`,
      ifNot: say`An executable campaign cannot call webhooks either: use ${onScreen('Request Campaign')} instead.`,
      verify: say`The activity log shows no 1000 after this time.`,
      undo: say`Put the flow step back; the calls are then refused again.`,
    }),
  ]
}

function webhookFixes(webhooks: readonly CompiledWebhook[]): readonly Step[] {
  const names = listWords(webhooks.map(({ name }) => onScreen(name)))
  const mapped = webhooks.filter(({ mappings }) => mappings.length > 0)
  const [only, ...others] = webhooks
  const place = only !== undefined && others.length === 0 ? { webhook: only.name } : {}
  const before = say`Deactivate the campaigns that call it first (${section(1)}).`
  return [
    step({
      id: 'fix.dialog',
      actor: 'human',
      does: 'Put the fields of the webhook back',
      ...screenParts('edit-webhook', place),
      movements: [
        act(before),
        act(
          say`Select ${names}, open the dialog, and copy each field from ${section(13)}. Replace the whole text of a field; do not correct letters in it.`,
        ),
        click(confirmOf('edit-webhook')),
      ],
      expect: say`Each field is what ${section(13)} says.`,
      ifNot: say`If ${section(13)} itself is wrong, change the definition, not the screen: ${section(10)}.`,
      verify: say`Copy the field out of Marketo and compare it with the block, letter by letter. Then ${section(5)}.`,
      undo: say`You have copied the earlier text first: paste it back.`,
    }),
    step({
      id: 'fix.headers',
      actor: 'human',
      does: 'Put the headers back',
      ...screenParts('set-custom-header', place),
      movements: [
        act(before),
        act(
          say`Make the rows what the step in ${section(9)} says. Fetch a secret from the place that is named there.`,
        ),
        click(confirmOf('set-custom-header')),
      ],
      expect: say`The dialog, opened again, shows the rows.`,
      ifNot: say`If the secret is refused although it is the one that is kept there, it has expired or was replaced: ${section(11)}.`,
      verify: say`${section(5)}: a call is answered, and not with 401.`,
      undo: say`A value that was overwritten cannot be read back; fetch it from its place again.`,
    }),
    ...(mapped.length === 0
      ? []
      : [
          step({
            id: 'fix.mappings',
            actor: 'human',
            does: 'Put the response mappings back',
            ...screenParts('edit-response-mapping', place),
            movements: [
              act(before),
              act(
                say`Make the rows what ${section(13)} says: the path on the left, the SOAP name of the field on the right.`,
              ),
              click(confirmOf('edit-response-mapping')),
            ],
            expect: say`The pane shows these rows and no others.`,
            ifNot: say`If a field is not offered, look at ${onScreen('Export Field Names')}: it may have been hidden.`,
            verify: say`${section(5)}: the fields are written.`,
            undo: say`Remove the rows that you added.`,
          }),
        ]),
  ]
}

function secretFix(context: StepContext): readonly Step[] {
  const secrets = secretsOf(context)
  if (secrets.length === 0) return []
  return [
    step({
      id: 'fix.secret',
      actor: 'human',
      does: 'Renew a secret that has expired or leaked',
      where: [],
      movements: [
        act(
          say`Follow ${section(11)} for ${listWords(
            secrets.map(({ id }) => code(id.value)),
            'or',
          )}. If it leaked, leave out the time of overlap.`,
        ),
      ],
      expect: say`Calls are answered, and not with 401 or 403.`,
      ifNot: say`403 may come from a list of addresses, not from the secret: ${stepRef('endpoint.allowlist')}.`,
      verify: say`${section(5)}.`,
      undo: say`While both values are accepted: put the earlier one back.`,
    }),
  ]
}

function endpointFix(webhooks: readonly CompiledWebhook[]): Step {
  const names = listWords(webhooks.map(({ name }) => onScreen(name)))
  return step({
    id: 'fix.endpoint',
    actor: 'receiver',
    does: 'Repair the endpoint',
    where: [],
    movements: [
      act(
        say`Wake the owner of the endpoint of ${names} with the message of ${section(7)}, and hand over one activity: time, error type, response.`,
      ),
    ],
    expect: say`Calls are answered within 30 seconds, with a status from 200 to 299 and a body.`,
    ifNot: say`Leave the calling campaigns off (${section(1)}). The leads wait in Marketo.`,
    verify: say`${section(5)}.`,
    undo: say`Whatever the owner of the endpoint says; nothing in Marketo was changed.`,
  })
}

function burstFix(): Step {
  return step({
    id: 'fix.burst',
    actor: 'human',
    does: 'Take the load off',
    where: [],
    movements: [
      act(
        say`Ask whoever imports people or runs a large campaign to pause, and spread the rest. Do not raise the priority of campaigns at night.`,
      ),
    ],
    expect: say`The queue gets shorter. Calls that wait do not fail.`,
    ifNot: say`The endpoint is slow, or answers 429: ${stepRef('fix.endpoint')}.`,
    verify: say`${stepRef('diagnose.queue')}, ten minutes later.`,
    undo: say`Let the import go on.`,
  })
}

/** The words of a screen without its path. */
function pick({
  toVerify,
  alsoCalled,
}: Pick<Step, 'toVerify' | 'alsoCalled'>): Pick<Step, 'toVerify' | 'alsoCalled'> {
  return { toVerify, alsoCalled }
}
