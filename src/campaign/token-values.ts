import type { TokenValue } from '../marketo/token-value.ts'
import type { Person } from './person.ts'
import type { RunModel } from './run-model.ts'

/** When a run begins, in the form in which Marketo renders it: an invented day, the same for every run. */
const BEGIN = Date.UTC(2026, 10, 24, 9, 30, 0)
const MINUTE_MS = 60_000

/** The values of tokens at a moment of a run, beside the person's own fields. */
export function tokenValues(
  { values, compiled }: RunModel,
  { minute, trigger }: { readonly minute: number; readonly trigger: string },
): Readonly<Record<string, TokenValue>> {
  const myTokens = (compiled.program.home?.tokens ?? []).map(
    ({ name, value }) => [`my.${name.value}`.toLowerCase(), value.value] as const,
  )
  return {
    ...Object.fromEntries(myTokens),
    ...values,
    'system.datetime': momentText(minute),
    'trigger.trigger name': trigger,
  }
}

/** A minute of a run as a date and a time. */
export function momentText(minute: number): string {
  return new Date(BEGIN + minute * MINUTE_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** The fields of a person, under the keys of their tokens. */
export function fieldTokens(
  { fields }: Person,
  model: RunModel,
): Readonly<Record<string, TokenValue>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const owner = model.fields.get(key)?.owner ?? 'lead'
      return [`${owner}.${key}`, value]
    }),
  )
}
