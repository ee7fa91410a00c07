import type { Again } from './again.ts'
import type { Group } from './groups.ts'
import type { LastCall } from './last-calls.ts'

/** The last call of a person by a webhook, and what is to be done about it. */
export interface PersonAgain {
  readonly call: LastCall
  readonly group: Group
  readonly again: Exclude<Again, undefined>
}

/** A person who is to be sent again, once, whatever the number of webhooks. */
export interface ResendRow {
  readonly lead: number
  readonly webhooks: readonly string[]
  /** Of each webhook. */
  readonly statuses: readonly string[]
  /** The latest of them. */
  readonly milliseconds: number | undefined
}

/** A person who must not be sent again by a webhook. */
export interface KeptRow {
  readonly lead: number
  readonly webhook: string
  readonly status: string
  readonly milliseconds: number | undefined
  readonly reason: string
}

/** Calls come by person, so that only one person is held at a time. */
export function* resendRows(people: Iterable<PersonAgain>): Iterable<ResendRow> {
  let row: ResendRow | undefined
  for (const { call, group, again } of people) {
    if (!again.send) continue
    if (row !== undefined && row.lead !== call.lead) yield row
    const before: ResendRow | undefined = row?.lead === call.lead ? row : undefined
    row = {
      lead: call.lead,
      webhooks: [...(before?.webhooks ?? []), group.webhook],
      statuses: [...(before?.statuses ?? []), group.status],
      milliseconds: later(before?.milliseconds, call.milliseconds),
    }
  }
  if (row !== undefined) yield row
}

export function* keptRows(people: Iterable<PersonAgain>): Iterable<KeptRow> {
  for (const { call, group, again } of people) {
    if (again.send) continue
    const { lead, milliseconds } = call
    yield { lead, webhook: group.webhook, status: group.status, milliseconds, reason: again.reason }
  }
}

function later(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.max(one, other)
}
