import { LIMITS } from '../../../marketo/limits.ts'
import { alertedBy, campaignRoles, listsOf } from '../../../steps/campaign-roles.ts'
import { campaignHome } from '../../../steps/step-context.ts'
import {
  code,
  listWords,
  onScreen,
  say,
  section as at,
  sentences,
  type Sentence,
} from '../../../steps/words.ts'
import { hostOf } from '../../host-of.ts'
import { codeBlock, inlineCode, numberedList, type Markdown } from '../../markdown.ts'
import { movementsMarkdown } from '../../movement-markdown.ts'
import { startMessage } from '../messages.ts'
import { STOP_HEADING } from '../page-steps.ts'
import { section, type PageInput, type Section } from '../section.ts'
import { menuPath } from '../../step-view.ts'
import { wordsMarkdown } from '../../words-markdown.ts'

export const FIRST_SCREEN: Section = section({
  number: 1,
  name: 'first-screen',
  title: 'First screen',
  shape: {
    title: 'text',
    environment: 'text',
    subscription: 'text',
    workspace: 'text',
    alert: 'text',
    others: [{ environment: 'text', link: 'text' }],
    revision: 'text',
    fingerprint: 'text',
    realChecks: ['text'],
    harm: ['text'],
    stopHeading: 'text',
    stops: [
      { does: 'text', where: 'text', act: 'text', expect: 'text', ifNot: 'text', undo: 'text' },
    ],
    pile: 'text',
    wake: 'text',
    message: 'text',
    never: ['text'],
  },
  view: (input) => {
    const { context, fingerprint, outline, steps } = input
    const { program } = context.compiled
    const words = (sentence: Sentence): Markdown => wordsMarkdown(sentence, outline)
    return {
      title: program.title.value,
      environment: inlineCode(program.environment.id.value),
      subscription: program.subscription.id.value,
      workspace: program.environment.workspace?.value ?? 'the only one',
      alert: words(alertWords(input)),
      others: input.otherEnvironments.map((environment) => ({
        environment: inlineCode(environment),
        link: { markdown: `../${environment}/runbook.md` },
      })),
      revision: program.revision.value,
      fingerprint: inlineCode(fingerprint.slice(0, 12)),
      realChecks: numberedList(realChecks(input).map(words)),
      harm: harmWords(input).map(words),
      stopHeading: STOP_HEADING,
      stops: steps.stop.map((step) => ({
        does: step.does,
        where: menuPath(step.where),
        act: { markdown: movementsMarkdown(step.movements, outline).join(' ') },
        expect: words(step.expect),
        ifNot: words(step.ifNot),
        undo: words(step.undo),
      })),
      pile: words(pileWords(input)),
      wake: words(wakeWords(input)),
      message: codeBlock(startMessage(input), 'text'),
      never: never(input).map(words),
    }
  },
})

function alertWords({ context }: PageInput): Sentence {
  const { catchers } = campaignRoles(context.compiled)
  const receivers = alertedBy(catchers)
  const [first] = catchers
  if (first === undefined)
    return say`No campaign catches failed calls, so no alert leads here: somebody has told you.`
  const names = listWords(catchers.map(({ name }) => onScreen(name.value)))
  return receivers.length === 0
    ? say`${names} catches failed calls, without an alert: look at it yourself.`
    : say`The alert that leads here is the e-mail of ${names} to ${listWords(receivers.map(code))}.`
}

/** Two looks that tell an incident from a single odd lead. */
function realChecks({ context }: PageInput): readonly Sentence[] {
  const { callers, catchers } = campaignRoles(context.compiled)
  const [list] = listsOf(catchers)
  const names = listWords(
    context.compiled.webhooks.map(({ name }) => onScreen(name)),
    'or',
  )
  const failures =
    list === undefined
      ? say`Open the ${onScreen('Activity Log')} of two people who should have been sent, and filter by ${onScreen('Call Webhook')}. Expect a call of ${names} without an error type; if both lack it, it is real.`
      : say`Open the list ${onScreen(list)}. Expect nobody new; one is an odd lead (${at(2)}), several within minutes are real.`
  const active =
    callers.length === 0
      ? say`No campaign of this program calls a webhook: it cannot be the cause.`
      : say`In ${onScreen(campaignHome(context.compiled.program))} look at ${listWords(callers.map(({ name }) => onScreen(name.value)))}. Expect active; an inactive one sends nobody, and raises no alert.`
  return [failures, active]
}

function harmWords({ context }: PageInput): readonly Sentence[] {
  const { compiled } = context
  const { followers } = campaignRoles(compiled)
  const hosts = [...new Set(compiled.webhooks.map(({ url }) => hostOf(url.text.value)))]
  return [
    say`Who notices: whoever works with the leads behind ${listWords(hosts.map(code))}. New ones do not come.`,
    sentences(
      say`What is lost: nothing. The leads stay in Marketo with all their values, and every call is kept for 25 months, so that each can be found and sent again (${at(6)}).`,
      followers.length === 0
        ? undefined
        : say`${listWords(followers.map(({ name }) => onScreen(name.value)))} moves nobody on without a proven answer.`,
    ),
    say`How long it may wait: ${ownerWords(compiled.program.owner?.value)} decides. The definition states no limit, and nothing gets worse in Marketo by waiting.`,
  ]
}

function ownerWords(owner: string | undefined): Sentence {
  return owner === undefined ? say`the owner` : say`${code(owner)}`
}

function pileWords({ steps }: PageInput): Sentence {
  if (steps.stop.length === 0)
    return say`There is nothing to stop: no active campaign of this program calls a webhook.`
  return say`Meanwhile nothing waits in a queue: whoever meets the triggers is not let in, and is found and sent again later (${at(6)}). Whether a person who is already in the flow is still sent is not documented.`
}

function wakeWords({ context }: PageInput): Sentence {
  const { alerts, owner } = context.compiled.program
  const first = alerts.escalation?.value ?? owner?.value
  if (first === undefined)
    return say`The definition names nobody. Wake whoever owns the endpoint, and have a name written into the definition by day.`
  return sentences(
    say`${code(first)}, if several people have failed and the cause is not on our side (${at(2)}).`,
    owner === undefined || owner.value === first
      ? undefined
      : say`${code(owner.value)} in the morning, in any case.`,
  )
}

function never({ context }: PageInput): readonly Sentence[] {
  const names = listWords(context.compiled.webhooks.map(({ name }) => onScreen(name)))
  return [
    say`Do not delete ${names}: Marketo keeps no copy and no history.`,
    say`Do not edit its template, headers or mappings: half an edit is a wrong call for every lead.`,
    say`Do not run a batch campaign to send people again: a batch campaign cannot call a webhook (code 1000), and a wrong filter reaches everybody.`,
    say`Do not wait for Marketo to try again: no page says that it ever does. It waits ${String(LIMITS.timeoutMilliseconds / 1000)} seconds, once.`,
  ]
}
