import { LIMITS } from '../marketo/limits.ts'
import type { Secret } from '../model/project.ts'
import { endpointPromise } from './endpoint-promise.ts'
import { act, step, type Step } from './step.ts'
import { expiryOf, secretsOf, secretSource, type StepContext } from './step-context.ts'
import { code, file, listWords, say, section } from './words.ts'

/** What the owner of the endpoint does before Marketo calls for the first time. */
export function endpointSteps(context: StepContext): readonly Step[] {
  const { compiled } = context
  const secrets = secretsOf(context)
  return [
    ...compiled.webhooks.map((webhook): Step =>
      step({
        id: `endpoint.${webhook.id}.ready`,
        actor: 'receiver',
        does: `Have the endpoint of ${webhook.name} ready`,
        edits: `Follow the contract of ${webhook.name} at the endpoint`,
        sets: endpointPromise(webhook),
        where: [],
        movements: [
          act(
            say`Let it accept ${code(`${webhook.method} ${webhook.url.text.value}`)} as the contract says: ${file('contract.md')}.`,
          ),
          act(
            say`Let it answer every call within ${String(LIMITS.timeoutMilliseconds / 1000)} seconds, and always with a body.`,
          ),
        ],
        expect: say`A call with the sample of ${section(13)} is answered with a status from 200 to 299 and a body.`,
        ifNot: say`Go no further: Marketo has no button to test a webhook, so a fault here shows only with a lead.`,
        verify: say`${code(`hookbook test ${compiled.program.id.value} --endpoint <address>`)} against a staging address.`,
        undo: say`Nothing in Marketo depends on it yet.`,
      }),
    ),
    ...secrets.map((secret): Step =>
      step({
        id: `endpoint.secret.${secret.id.value}`,
        actor: 'receiver',
        does: `Let the endpoint know the secret ${secret.id.value}`,
        sets: secretSets(secret, context),
        where: [],
        movements: [
          act(
            say`Store ${secretSource(context, secret.id.value)} at the endpoint, so that it accepts it in the header. The value goes nowhere else.`,
          ),
        ],
        expect: say`A call without the header is answered with 401, one with it is not.`,
        ifNot: say`Ask who keeps the secret; do not invent another one.`,
        verify: say`The same two calls.`,
        undo: say`Remove the value at the endpoint.`,
      }),
    ),
    allowlistStep(context),
  ]
}

/** Another day on which it expires is another value: whoever rotates a secret writes the new day down. */
function secretSets(secret: Secret, context: StepContext): Readonly<Record<string, string>> {
  const expires = expiryOf(secret, context)
  return { secret: secret.id.value, ...(expires === undefined ? {} : { expires }) }
}

function allowlistStep({ compiled }: StepContext): Step {
  const hosts = [...new Set(compiled.webhooks.map(({ url }) => hostOf(url.text.value)))]
  return step({
    id: 'endpoint.allowlist',
    actor: 'receiver',
    does: "Let Marketo's addresses through, if the endpoint keeps a list",
    sets: { hosts: hosts.join(', ') },
    where: [],
    movements: [
      act(
        say`Add all outbound addresses of ${section(13)} for ${listWords(hosts.map(code))}: the blocks and the single ones.`,
      ),
    ],
    expect: say`Marketo reaches the endpoint. The addresses are shared by all of Marketo's customers, so the secret stays necessary.`,
    ifNot: say`The list for e-mails on the same page lacks the single addresses; it is the wrong one.`,
    verify: say`Compare the list with the vendor's page twice a year.`,
    undo: say`Remove the addresses.`,
  })
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url
}
