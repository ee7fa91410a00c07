import { hostOf } from '../host-of.ts'
import type { PageInput } from './section.ts'

/** Blanks that the sender fills in stand in angle brackets. */
export function startMessage({ context }: PageInput): string {
  const { program } = context.compiled
  return [
    `${subject(context)}: calls fail since <time>.`,
    `Page: ${program.id.value}, ${program.environment.id.value}, revision ${program.revision.value}.`,
    `Seen: <error type and response of one activity>. People affected so far: <number>.`,
    `Leads are safe in Marketo and can be sent again. Calling campaign: <active or stopped at time>.`,
    `Needed from you: <what>. Next word from me at <time>.`,
  ].join('\n')
}

export function updateMessage({ context }: PageInput): string {
  return [
    `${subject(context)}: <still failing, or repaired at time>.`,
    `Cause: <known, or what was ruled out>. People affected so far: <number>.`,
    `Doing now: <step of the page>. Next word at <time>.`,
  ].join('\n')
}

export function endMessage({ context }: PageInput): string {
  return [
    `${subject(context)}: over since <time>.`,
    `Cause: <one sentence>. Repaired by: <step of the page>. Proved with the test person at <time>.`,
    `Sent again: <number> of <number>; not sent again: <number>, because <reason>.`,
    `The calling campaign is active. What we change so that it does not happen again: <ticket>.`,
  ].join('\n')
}

function subject({ compiled }: PageInput['context']): string {
  const hosts = [...new Set(compiled.webhooks.map(({ url }) => hostOf(url.text.value)))]
  return `[${compiled.program.environment.id.value}] ${compiled.program.title.value} (Marketo to ${hosts.join(', ')})`
}
