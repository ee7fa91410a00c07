import { compareText } from '../base/compare.ts'
import { againFor, type AgainOptions } from './again.ts'
import type { CallRow, RowSink } from './call-row.ts'
import { causeNamed } from './cause.ts'
import { damageList } from './damage-list.ts'
import { explain } from './explain.ts'
import { groupCounter, type CountedGroup } from './groups.ts'
import { judgeFor, type Judge } from './judge-call.ts'
import type { KnownWebhook } from './known-webhook.ts'
import { lastCalls } from './last-calls.ts'
import { maskErrorType } from './mask-error-type.ts'
import { payloadCounter } from './payload/payload-counter.ts'
import { exampleKeeper } from './example-keeper.ts'
import { keptRows, resendRows, type KeptRow, type PersonAgain, type ResendRow } from './resend.ts'
import { timeKeeper } from './time-keeper.ts'
import type { ReportedGroup, TriageReport } from './triage-report.ts'
import { trendCounter } from './trend.ts'

export interface TriageOptions extends AgainOptions {
  readonly webhooks: readonly KnownWebhook[]
  /** Only calls of this webhook count; undefined for all. */
  readonly only: string | undefined
  /** Values of people are kept for the report, which somebody has asked for. */
  readonly hasValues: boolean
}

/** A triage under way: takes rows, and can tell at any time what they say. */
export interface Triage {
  readonly sink: RowSink
  readonly calls: () => number
  readonly report: () => TriageReport
  readonly resend: () => Iterable<ResendRow>
  readonly keep: () => Iterable<KeptRow>
}

/** So many parts are a picture. */
const MOST_PARTS = 120

/** So many fit on a screen of text. */
const MOST_LINES = 24

/** Begins to count; what is kept grows with the number of different people, not with that of calls. */
export function startTriage(options: TriageOptions): Triage {
  const { webhooks, only, hasValues } = options
  const known = new Map(webhooks.map((webhook) => [webhook.name, webhook]))
  const judges = new Map<string, Judge>(webhooks.map((each) => [each.name, judgeFor(each)]))
  const judgeUnknown = judgeFor(undefined)
  const groups = groupCounter(webhooks.map(({ name }) => name))
  const payloads = payloadCounter(webhooks)
  const last = lastCalls()
  const trend = trendCounter()
  const times = timeKeeper()
  const damage = damageList()
  const examples = exampleKeeper(hasValues)
  const notices = new Set<string>()
  const count = { calls: 0, failed: 0, others: 0, withoutLead: 0 }

  const take = (row: CallRow): void => {
    if (only !== undefined && row.webhook !== only) {
      count.others++
      return
    }
    const { lead, time, webhook, payload } = row
    const judgement = (judges.get(webhook) ?? judgeUnknown)(row)
    const errorType = hasValues ? row.errorType : maskErrorType(row.errorType)
    const group = groups.add({ webhook, errorType, ...judgement }, lead)
    const isFailed = causeNamed(judgement.cause).level === 'failed'
    count.calls++
    if (isFailed) count.failed++
    if (lead === undefined) count.withoutLead++
    else
      last.add({ lead, webhook: groups.webhookOf(group), group, milliseconds: time?.milliseconds })
    times.add(time)
    if (time !== undefined) trend.add(time.milliseconds, isFailed)
    if (payload !== undefined && payload !== '') payloads.add(webhook, payload)
    examples.add(group, row)
  }

  function* people(): Iterable<PersonAgain> {
    for (const call of last.all()) {
      const group = groups.group(call.group)
      if (group === undefined) continue
      const again = againFor(group, explain(group), known.get(group.webhook), options)
      if (again !== undefined) yield { call, group, again }
    }
  }

  const reported = (group: CountedGroup, nth: number): ReportedGroup => {
    const definition = known.get(group.webhook)
    return {
      ...group,
      program: definition?.program,
      page: definition?.page,
      cause: explain(group),
      examples: examples.of(nth),
    }
  }

  return {
    sink: {
      call: take,
      other: () => void count.others++,
      damaged: damage.add,
      notice: (sentence) => void notices.add(sentence),
    },
    calls: () => count.calls,
    report: () => ({
      calls: count.calls,
      failed: count.failed,
      leads: groups.leads(),
      callsWithoutLead: count.withoutLead,
      others: count.others,
      damaged: damage.report(),
      times: times.report(),
      notices: [...notices],
      groups: groups.counted().map(reported).sort(byUrgency),
      payloads: payloads.counted(),
      trend: trend.trend(MOST_PARTS),
      outline: trend.trend(MOST_LINES),
      again: { resend: sizeOf(resendRows(people())), keep: sizeOf(keptRows(people())) },
    }),
    resend: () => resendRows(people()),
    keep: () => keptRows(people()),
  }
}

const LEVELS = ['failed', 'look', 'fine']

/** The webhooks by name; of each, what failed first, the most calls first. */
function byUrgency(a: ReportedGroup, b: ReportedGroup): number {
  return (
    compareText(a.webhook, b.webhook) ||
    LEVELS.indexOf(a.cause.level) - LEVELS.indexOf(b.cause.level) ||
    b.calls - a.calls ||
    compareText(a.status, b.status) ||
    compareText(a.errorType, b.errorType)
  )
}

function sizeOf(rows: Iterable<unknown>): number {
  let size = 0
  for (const _ of rows) size++
  return size
}
