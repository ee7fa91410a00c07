import type { Answer } from '../../emulate/answer.ts'
import type { Reception } from '../../receiver/service/receive.ts'

/** A line for the terminal: what came and what was answered, and nothing that a person or a secret could be known by. */
export function describeReception({ served, end, answer }: Reception): string {
  const name = served === undefined ? 'no webhook' : served.webhook.id
  return `${name}: ${answerWords(answer)}, ${endWords(end)}`
}

function answerWords(answer: Answer): string {
  switch (answer.kind) {
    case 'respond':
      return answer.cutAfter === undefined ? String(answer.status) : 'cut off'
    case 'hang':
      return 'never answered'
    case 'reset':
      return 'closed'
  }
}

/** How a request has ended, in words. */
export function endWords(end: Reception['end']): string {
  switch (end.kind) {
    case 'done':
      return 'as agreed'
    case 'repeated':
      return `the call ${end.call} again: the same answer`
    case 'refused':
      return `${end.refusal.code}: ${end.refusal.message}`
    case 'fault':
      return `the fault "${end.fault}"`
  }
}
