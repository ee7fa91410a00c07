import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { usualAssumptions } from '../../marketo/assumptions/assumptions.ts'
import type { Filter } from '../../model/campaign.ts'
import type { Program } from '../../model/program.ts'
import { campaignRoles, failureSigns, listsOf } from '../../steps/campaign-roles.ts'
import { secretsOf, type StepContext } from '../../steps/step-context.ts'
import {
  code,
  listWords,
  onScreen,
  say,
  section,
  sentences,
  stepRef,
  type Sentence,
} from '../../steps/words.ts'
import { answerExamples } from '../answer-examples.ts'

/** An exercise for new hires: an invented extract of the activity log, and what can be read from it. */
export interface Drill {
  readonly rows: readonly DrillRow[]
  readonly questions: readonly DrillQuestion[]
}

/** One activity. Ids of people are invented and far from any that a sample uses. */
export interface DrillRow {
  readonly time: string
  readonly person: string
  readonly activity: string
  readonly errorType: string
  readonly response: string
}

export interface DrillQuestion {
  readonly minutes: number
  readonly question: Sentence
  readonly answer: Sentence
}

/** Undefined where nothing is called: there is nothing to read. */
export function drillOf(context: StepContext): Drill | undefined {
  const [webhook] = context.compiled.webhooks
  const [caller] = campaignRoles(context.compiled).callers
  if (webhook === undefined || caller === undefined) return undefined
  return { rows: rowsOf(webhook, context), questions: questionsOf(webhook, context) }
}

const PEOPLE = {
  well: '990001',
  refused: '990002',
  key: ['990003', '990004'],
  late: '990005',
  never: '990006',
} as const

function rowsOf(webhook: CompiledWebhook, context: StepContext): readonly DrillRow[] {
  const [success, refusal] = answerExamples(webhook)
  const [sign] = failureSigns(webhook.id, context.compiled)
  const goodBody = success?.body ?? (sign?.operator === 'not contains' ? sign.value : 'ok')
  const call = (time: string, person: string, errorType: string, response: string): DrillRow => ({
    time,
    person,
    activity: `Call Webhook: ${webhook.name}`,
    errorType,
    response: flat(response),
  })
  const rejected = errorTypeOf('Unauthorized', '401', context.compiled.program)
  return [
    call('02:01:10', PEOPLE.well, '', goodBody),
    ...(refusal === undefined ? [] : [call('02:03:42', PEOPLE.refused, '', refusal.body)]),
    ...PEOPLE.key.map((person, index) =>
      call(`02:05:0${index + 5}`, person, rejected, '{"error":"unauthorized"}'),
    ),
    call('02:05:48', PEOPLE.late, 'time-out', ''),
    { time: '02:06:20', person: PEOPLE.never, activity: 'New Lead', errorType: '', response: '' },
  ]
}

/** Two pages of the vendor disagree on what is recorded; a project may have settled it. */
function errorTypeOf(phrase: string, status: string, { pinnedAssumptions }: Program): string {
  const pinned = pinnedAssumptions.find(({ id }) => id.value === 'error-type')?.value.value
  return (pinned ?? usualAssumptions()['error-type']) === 'status-code' ? status : phrase
}

/** One line: a cell of a table. */
function flat(body: string): string {
  return body.replace(/\s*\n\s*/g, ' ')
}

function questionsOf(webhook: CompiledWebhook, context: StepContext): readonly DrillQuestion[] {
  const hasRefusal = answerExamples(webhook).length > 1
  const keyPeople = listWords(PEOPLE.key.map(code))
  return [
    {
      minutes: hasRefusal ? 3 : 6,
      question: say`Which people have not arrived at the endpoint, as far as the log proves it?`,
      answer: sentences(
        say`${keyPeople} were turned away, and ${code(PEOPLE.never)} was never sent.`,
        hasRefusal
          ? say`${code(PEOPLE.refused)} was read and refused: the error type is empty, so only the response tells.`
          : undefined,
        say`Of ${code(PEOPLE.late)} the log proves nothing either way.`,
      ),
    },
    keyQuestion(context),
    ...(hasRefusal ? [refusalQuestion()] : []),
    timeOutQuestion(webhook),
    neverQuestion(context),
    firstQuestion(context),
  ]
}

function keyQuestion(context: StepContext): DrillQuestion {
  const hasSecret = secretsOf(context).length > 0
  return {
    minutes: 4,
    question: say`What happened at 02:05, and which step repairs it?`,
    answer: hasSecret
      ? say`The endpoint did not accept the secret: two people in a row, four minutes after a good call, so it has just expired or was replaced. If the header is wrong, ${stepRef('fix.headers')}; if the secret is, ${stepRef('fix.secret')}.`
      : say`The endpoint asked for a proof of the sender, and this webhook sends no secret: the endpoint has changed. Go to ${stepRef('fix.endpoint')}.`,
  }
}

function refusalQuestion(): DrillQuestion {
  return {
    minutes: 3,
    question: say`Is the call of ${code(PEOPLE.refused)} a fault of the webhook?`,
    answer: say`No. It was sent, read and refused for what the person holds; ${section(2)} has the row. Correct the person by day, and do not send it again unchanged.`,
  }
}

function timeOutQuestion({ idempotencyKey }: CompiledWebhook): DrillQuestion {
  return {
    minutes: 3,
    question: say`May ${code(PEOPLE.late)} be sent again?`,
    answer:
      idempotencyKey.length === 0
        ? say`Not before the owner of the endpoint was asked: a time-out does not prove that nothing was done, and the definition names no key by which a repeated call is known.`
        : say`Yes. A time-out does not prove that nothing was done, but the endpoint knows a repeated call by ${listWords(idempotencyKey.map(code))}. Not before the repair, though: ${section(6)}.`,
  }
}

function neverQuestion({ compiled }: StepContext): DrillQuestion {
  const { callers } = campaignRoles(compiled)
  const filters = callers.flatMap((campaign) => campaign.filters.map(filterWords))
  return {
    minutes: 4,
    question: say`Why is there no call for ${code(PEOPLE.never)}, and where do you look?`,
    answer: sentences(
      say`It did not get into ${listWords(
        callers.map(({ name }) => onScreen(name.value)),
        'or',
      )}.`,
      filters.length === 0
        ? undefined
        : say`Most likely it does not meet a filter: ${listWords(
            filters.flatMap((words) => words),
            'or',
          )}.`,
      say`Look at ${stepRef('diagnose.activity')}: filters, qualification rule, and whether the campaign is active.`,
    ),
  }
}

function filterWords({
  filter,
  operator,
  value,
}: Filter): readonly { readonly onScreen: string }[] {
  const text = [
    filter.value,
    operator?.value,
    value === undefined ? undefined : String(value.value),
  ]
  return [{ onScreen: text.flatMap((part) => part ?? []).join(' ') }]
}

function firstQuestion({ compiled }: StepContext): DrillQuestion {
  const { callers, catchers } = campaignRoles(compiled)
  const lists = listsOf(catchers)
  return {
    minutes: 3,
    question: say`It is 02:17. What do you do first, and what do you leave alone?`,
    answer: say`Look whether it is real (${lists.length === 0 ? say`two people` : say`the list ${onScreen(lists[0] ?? '')}`}), then deactivate ${listWords(callers.map(({ name }) => onScreen(name.value)))}, and send the first message of ${section(7)}. Leave the webhook, its headers and every batch campaign alone.`,
  }
}
