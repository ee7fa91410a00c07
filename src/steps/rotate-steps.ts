import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Secret } from '../model/project.ts'
import { durationWords } from './duration-words.ts'
import { confirmOf, screenParts } from './on-screen.ts'
import { act, click, step, type Movement, type Step } from './step.ts'
import { expiryOf, secretsOf, secretSource, type StepContext } from './step-context.ts'
import { code, listWords, onScreen, say, section, stepRef } from './words.ts'

/** The steps for one secret. */
export interface Rotation {
  readonly secret: Secret
  /** An ISO date; undefined where the definition states none for this subscription. */
  readonly expires: string | undefined
  readonly steps: readonly Step[]
}

/** Two keys are valid for a while, so that no call is ever refused: new in, header over, old out. */
export function rotations(context: StepContext): readonly Rotation[] {
  return secretsOf(context).map((secret) => ({
    secret,
    expires: expiryOf(secret, context),
    steps: stepsFor(secret, context),
  }))
}

/** How long both values are accepted, in words. */
export function overlapOf({ overlap }: Secret): string {
  return overlap === undefined ? 'a day' : durationWords(overlap.value)
}

function stepsFor(secret: Secret, context: StepContext): readonly Step[] {
  const id = secret.id.value
  const webhooks = context.compiled.webhooks.filter(({ headers }) =>
    headers.some((header) => header.kind === 'secret' && header.secret === id),
  )
  return [
    acceptStep(id),
    storeStep(id, context),
    ...webhooks.map((webhook) => headerStep(id, webhook, context)),
    proveStep(id, webhooks),
    waitStep(secret),
    revokeStep(id),
    recordStep(id, context),
  ]
}

function acceptStep(id: string): Step {
  return step({
    id: `rotate.${id}.accept`,
    actor: 'receiver',
    does: 'Accept a second value',
    where: [],
    movements: [
      act(
        say`Make a new value for ${code(id)}, and let the endpoint accept it beside the old one.`,
      ),
    ],
    expect: say`A call with either value is not answered with 401.`,
    ifNot: say`An endpoint that knows one value only cannot be rotated without refused calls: deactivate the calling campaigns first (${section(1)}), and replay afterwards (${section(6)}).`,
    verify: say`The same two calls.`,
    undo: say`Remove the new value.`,
  })
}

function storeStep(id: string, context: StepContext): Step {
  return step({
    id: `rotate.${id}.store`,
    actor: 'human',
    does: 'Store the new value',
    needs: [`rotate.${id}.accept`],
    where: [],
    movements: [
      act(
        say`Replace ${secretSource(context, id)} with the new value. Keep the old one beside it until the end.`,
      ),
    ],
    expect: say`Whoever fetches it gets the new value.`,
    ifNot: say`Ask who keeps it. A value that was sent by e-mail or chat is not a secret any more: make another.`,
    verify: say`Its first and last two characters are those of the endpoint's new value.`,
    undo: say`Put the old value back.`,
  })
}

function headerStep(id: string, webhook: CompiledWebhook, context: StepContext): Step {
  const source = secretSource(context, id)
  const rows = webhook.headers.flatMap((header): readonly Movement[] =>
    header.kind === 'secret' && header.secret === id
      ? [
          act(say`Select the row ${onScreen(header.name)}; leave the others alone.`),
          { kind: 'secret', label: 'Value', format: header.format, secret: id, from: source },
        ]
      : [],
  )
  const others = context.siblings
  return step({
    id: `rotate.${id}.set.${webhook.id}`,
    actor: 'human',
    does: `Set the new value in ${webhook.name}`,
    needs: [`rotate.${id}.store`],
    ...screenParts('set-custom-header', { webhook: webhook.name }),
    movements: [...rows, click(confirmOf('set-custom-header'))],
    expect: say`The dialog closes. From the next call on, the new value is sent.`,
    ifNot: say`If a row was lost, put the headers back: ${stepRef('fix.headers')}.`,
    verify:
      others.length === 0
        ? say`${stepRef(`rotate.${id}.prove`)}.`
        : say`${stepRef(`rotate.${id}.prove`)}. One webhook serves other environments too: ${listWords(others)} have the new value with this step.`,
    undo: say`Set the old value again; it is still accepted.`,
  })
}

function proveStep(id: string, webhooks: readonly CompiledWebhook[]): Step {
  return step({
    id: `rotate.${id}.prove`,
    actor: 'human',
    does: 'Prove it',
    needs: webhooks.map((webhook) => `rotate.${id}.set.${webhook.id}`),
    where: [],
    movements: [act(say`Go through ${section(5)}.`)],
    expect: say`The call is answered, and the log of the endpoint says that the new value was used.`,
    ifNot: say`401: set the old value again, and compare the new one with the endpoint's.`,
    verify: say`No new alert within an hour.`,
    undo: say`Set the old value again.`,
  })
}

function waitStep(secret: Secret): Step {
  const id = secret.id.value
  return step({
    id: `rotate.${id}.wait`,
    actor: 'human',
    does: `Wait for ${overlapOf(secret)}`,
    needs: [`rotate.${id}.prove`],
    where: [],
    movements: [
      {
        kind: 'copy',
        words: say`Other programs may use the same secret. Find them in the folder of the project, and set the new value in each within this time:`,
        value: `grep -rl "secret: ${id}" --include=program.yaml .\n`,
        language: 'sh',
      },
    ],
    expect: say`The log of the endpoint shows no call with the old value any more.`,
    ifNot: say`Somebody still uses it: find out who, before you go on.`,
    verify: say`The same log, at the end of the time.`,
    undo: say`Nothing was changed.`,
  })
}

function revokeStep(id: string): Step {
  return step({
    id: `rotate.${id}.revoke`,
    actor: 'receiver',
    does: 'Refuse the old value',
    needs: [`rotate.${id}.wait`],
    where: [],
    movements: [act(say`Remove the old value at the endpoint, and then where it was kept.`)],
    expect: say`A call with the old value is answered with 401; alerts stay quiet.`,
    ifNot: say`Alerts come: accept the old value again, and look who sends it.`,
    verify: say`${stepRef('diagnose.result')} of the next lead.`,
    undo: say`Accept the old value again, as long as somebody has it.`,
  })
}

function recordStep(id: string, { project, compiled }: StepContext): Step {
  return step({
    id: `rotate.${id}.record`,
    actor: 'human',
    does: 'Record the new date',
    needs: [`rotate.${id}.revoke`],
    where: [],
    movements: [
      act(
        say`In ${code(fileName(project.file))}, under ${code(`secrets.${id}.expires.${compiled.program.subscription.id.value}`)}, write the date on which the new value expires; then run ${code('hookbook build')}, and have it reviewed.`,
      ),
    ],
    expect: say`This page shows the new date.`,
    ifNot: say`The page is made from the definition; a date that is only in a calendar is found by nobody.`,
    verify: say`${code('hookbook build --check')} says that the files are up to date.`,
    undo: say`Take the change back in git.`,
  })
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
