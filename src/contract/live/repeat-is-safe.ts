import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { MappingResult } from '../../emulate/call.ts'
import { readExchange } from '../../emulate/read-exchange.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { Caller, LiveCall, LiveLead } from './call-endpoint.ts'
import { describeAnswer, type AnswerSubject } from './judge-answer.ts'

export interface Repetition {
  readonly caller: Caller
  readonly subject: AnswerSubject
  readonly definition: Webhook | undefined
  readonly lead: LiveLead
  /** The answer that the lead got first: a success. */
  readonly first: Extract<LiveCall, { readonly status: 'judged' }>
}

export type RepeatVerdict =
  | { readonly status: 'judged'; readonly finding: Diagnostic | undefined }
  | { readonly status: 'unknown' }

/**
 * Sends a lead that was a success again, gives a third call up, and sends it once more. A time-out does
 * not prove that a call failed, so an endpoint must take the same call twice.
 * Source: marketo-ops-radar, 9 May 2026. Marketo itself is not known to repeat calls; its users and campaigns do.
 */
export async function repeatIsSafe(repetition: Repetition): Promise<RepeatVerdict> {
  const { caller, lead, first } = repetition
  const second = await caller.call(lead, 'repeat')
  // Long enough for a request to get there, too short for most answers to get back.
  await caller.giveUp(lead, Math.max(20, Math.floor(first.milliseconds / 2)))
  const third = await caller.call(lead, 'repeat')
  if (second.status === 'unknown' || third.status === 'unknown') return { status: 'unknown' }
  const difference =
    differenceOf(repetition, second, 'sent again') ??
    differenceOf(repetition, third, 'sent again after a call that was given up')
  return { status: 'judged', finding: describe(repetition, difference) }
}

type Judged = Extract<LiveCall, { readonly status: 'judged' }>

interface Difference {
  readonly message: string
  readonly received: string
}

function differenceOf(
  { first, subject }: Repetition,
  later: Judged,
  occasion: string,
): Difference | undefined {
  const received = `first ${describeAnswer(first.exchange)}; then ${describeAnswer(later.exchange)}`
  const [fault] = later.verdict.faults
  if (fault !== undefined)
    return { message: `when the same lead is ${occasion}, ${fault.message}`, received }
  const changed = changedField(updatesOf(subject, first), updatesOf(subject, later))
  if (changed === undefined) return undefined
  return {
    message: `when the same lead is ${occasion}, the answer maps another value to "${changed}"`,
    received,
  }
}

function updatesOf(
  { webhook, pinned }: AnswerSubject,
  { exchange }: Judged,
): readonly MappingResult[] {
  const outcome = readExchange(webhook, exchange, pinned)
  return outcome.status === 'written' ? outcome.updates : []
}

/** A date may tell when the answer was given; anything else that changes is a second fact. */
function changedField(
  first: readonly MappingResult[],
  later: readonly MappingResult[],
): string | undefined {
  return later.find(({ mapping, result }, nth) => {
    const before = first[nth]?.result
    const isDate = mapping.field !== undefined && isDateType(mapping.field.type)
    return !isDate && valueOf(before) !== valueOf(result)
  })?.mapping.fieldName.value
}

function isDateType(type: Parameters<typeof fieldTypeNamed>[0]): boolean {
  const { name } = fieldTypeNamed(type)
  return name === 'date' || name === 'datetime'
}

function valueOf(result: MappingResult['result'] | undefined): unknown {
  return result?.status === 'written' ? result.value : result?.status
}

function describe(
  { subject: { webhook }, definition }: Repetition,
  difference: Difference | undefined,
): Diagnostic | undefined {
  const key = definition?.idempotency?.key[0]
  if (key === undefined) return undeclared(webhook, difference)
  if (difference === undefined) return undefined
  return {
    rule: 'repeat-is-safe',
    severity: 'error',
    at: key.at,
    message: difference.message,
    effect: `${TWICE}: ${difference.received}`,
    help: `let the endpoint know a call again by ${webhook.idempotencyKey.map((name) => `"${name}"`).join(', ')} and answer as it did the first time`,
  }
}

const TWICE = 'a call that seemed to fail and is made again does its work twice'

function undeclared(webhook: CompiledWebhook, difference: Difference | undefined): Diagnostic {
  const seen =
    difference === undefined
      ? 'the endpoint did not mind a repetition this time'
      : difference.message
  return {
    rule: 'repeat-is-safe',
    severity: 'warning',
    at: webhook.at,
    message: 'the definition does not say by what the endpoint knows a call again',
    effect: `${TWICE}; ${seen}`,
    help: 'agree on members of the payload that tell two facts apart, and write: idempotency: {key: [...]}',
  }
}
