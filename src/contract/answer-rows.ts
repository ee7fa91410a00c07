import { hideInData } from '../base/hide-texts.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Outcome } from '../emulate/call.ts'
import { mappingEnd, provesSuccess, type ExchangeReading } from '../emulate/read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { assumptionNamed } from '../marketo/assumptions/assumptions.ts'
import type { Campaign } from '../model/campaign.ts'
import type { AnswerRow, MarketoRow, WriteRow } from './answer-row.ts'
import { noticesOf } from '../emulate/notices.ts'
import type { TriedFault } from './try-faults.ts'
import type { TriedAnswer } from './try-answers.ts'

export interface RowsInput {
  readonly webhook: CompiledWebhook
  readonly pinned: AssumptionSet
  /** The campaigns that calls of the webhook start. */
  readonly listeners: readonly Campaign[]
  /** Texts that no row may show. */
  readonly hidden: readonly string[]
}

/** "What happens when": answers of the schema with equal consequences on one line, then fault after fault. */
export function answerRows(
  input: RowsInput,
  answers: readonly TriedAnswer[],
  faults: readonly TriedFault[],
): readonly AnswerRow[] {
  return [
    ...grouped(answers.map((tried) => answerRow(tried, input))),
    ...faults.map((tried) => faultRow(tried, input)),
  ]
}

function answerRow({ answer, reading }: TriedAnswer, input: RowsInput): AnswerRow {
  return {
    id: '',
    kind: answer.isValid ? 'valid' : 'invalid',
    endpoint: `answers with ${answer.what}`,
    ...consequences(reading, undefined, input),
  }
}

function faultRow({ fault, reading }: TriedFault, input: RowsInput): AnswerRow {
  return {
    id: fault.id,
    kind: 'fault',
    endpoint: fault.summary,
    ...consequences(reading, fault.restsOn, input),
  }
}

function consequences(
  reading: ExchangeReading,
  restsOn: string | undefined,
  input: RowsInput,
): Omit<AnswerRow, 'id' | 'kind' | 'endpoint'> {
  const { outcome } = reading
  return {
    others: 0,
    marketo: marketoRow(outcome, openAssumption(restsOn, input.pinned)),
    writes:
      outcome.status === 'written'
        ? outcome.updates.map((update) => writeRow(update, input.hidden))
        : [],
    isFailure: isFailure(input.webhook, reading),
    noticedBy: noticesOf(input.webhook, reading, input),
  }
}

/** A call that ends otherwise than with a proof of success, where the definition says what that is. */
export function isFailure(webhook: CompiledWebhook, reading: ExchangeReading): boolean {
  return reading.outcome.status !== 'written' || provesSuccess(webhook, reading) === false
}

/** The assumption where it is open: more than one value is possible, and none is pinned that the emulator follows. */
export function openAssumption(
  restsOn: string | undefined,
  pinned: AssumptionSet,
): string | undefined {
  const [usual, ...others] = assumptionNamed(restsOn ?? '')?.values ?? []
  const isSettled = others.length === 0 || (usual !== undefined && pinned[restsOn ?? ''] === usual)
  return isSettled ? undefined : restsOn
}

function marketoRow(outcome: Outcome, assumption: string | undefined): MarketoRow {
  const does = outcome.status === 'written' ? 'written' : 'not-written'
  return {
    does: assumption === undefined ? does : 'unspecified',
    because: becauseOf(outcome),
    assumption,
  }
}

function becauseOf(outcome: Outcome): string {
  switch (outcome.status) {
    case 'written':
      return 'a 2xx that can be read'
    case 'refused':
      return `refused with ${outcome.code}`
    case 'empty-body':
    case 'batch-campaign':
      return `error ${outcome.code}`
    case 'timed-out':
      return 'gives up after 30 seconds'
    case 'unreachable':
    case 'unmappable':
      return outcome.reason
  }
}

type Update = Extract<Outcome, { readonly status: 'written' }>['updates'][number]

function writeRow({ mapping, result }: Update, hidden: readonly string[]): WriteRow {
  const shown = result.status === 'written' ? hideInData(result.value, hidden) : undefined
  return {
    path: mapping.path.value,
    field: mapping.field?.displayName ?? mapping.fieldName.value,
    end: mappingEnd(result),
    shown: result.status === 'written' ? shorten(JSON.stringify(shown)) : result.reason,
  }
}

/** Long enough to know a value by. */
function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** Rows that differ only in what the endpoint says, under the first of them. */
function grouped(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const groups = new Map<string, AnswerRow[]>()
  for (const row of rows) {
    const ends = row.writes.map(({ end }) => end)
    const key = JSON.stringify([row.kind, row.marketo.does, ends, row.isFailure, row.noticedBy])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  const counts = { valid: 0, invalid: 0, fault: 0 }
  return [...groups.values()].flatMap(([row, ...others]) => {
    if (row === undefined) return []
    counts[row.kind] += 1
    return { ...row, id: `${row.kind}-${counts[row.kind]}`, others: others.length }
  })
}
