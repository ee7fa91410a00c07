import { unreachable } from '../../base/unreachable.ts'
import type { PlaygroundSchema } from './playground-data.ts'
import type { Reason, Verdict } from './verdict.ts'

/** A verdict for people: a word that says all, the sentence behind it, and what each reason comes to. */
export interface VerdictWords {
  readonly word: 'Accepted' | 'Refused' | 'Depends' | 'Not sent'
  readonly sentence: string
  readonly reasons: readonly ReasonWords[]
}

export interface ReasonWords {
  readonly sentence: string
  readonly repair: string
  /** The contract check, as `hookbook test` names it. */
  readonly check: string
}

const HOLDS = 'holds as Marketo is assumed to work; it would not'
const FAILS = 'does not hold as Marketo is assumed to work; it would'

export function verdictWords(verdict: Verdict): VerdictWords {
  switch (verdict.status) {
    case 'accepted':
      return { word: 'Accepted', sentence: acceptance(verdict.schema), reasons: [] }
    case 'refused':
      return {
        word: 'Refused',
        sentence: verdict.isEveryLead
          ? 'The contract holds for no lead with this encoding.'
          : 'The contract does not hold for these values.',
        reasons: verdict.reasons.map(reasonWords),
      }
    case 'depends':
      return {
        word: 'Depends',
        sentence: `The contract ${verdict.usually === 'accepted' ? HOLDS : FAILS} with another answer to an open question.`,
        reasons: verdict.reasons.map(reasonWords),
      }
    case 'not-sent':
      return { word: 'Not sent', sentence: `${capital(verdict.reason)}.`, reasons: [] }
    default:
      return unreachable(verdict)
  }
}

/** For who cannot see: the word and its first reason. */
export function spokenVerdict({ word, sentence, reasons }: VerdictWords): string {
  return `${word}: ${reasons[0]?.sentence ?? sentence}`
}

function acceptance(schema: PlaygroundSchema): string {
  switch (schema) {
    case 'judged':
      return 'Every value arrives, and the request schema takes them.'
    case 'none':
      return 'Every value arrives; there is no request schema to hold them against.'
    case 'not-judged':
      return 'Every value arrives; the request schema is not judged on this page: run hookbook test.'
    default:
      return unreachable(schema)
  }
}

function reasonWords({ check, message, received, raw, repair, assumptions }: Reason): ReasonWords {
  const occasion = assumptions.length === 0 ? '' : `If ${assumptions.map(spelled).join(' and ')}: `
  const blame = raw === undefined ? '' : `because of ${raw}, `
  const effect = isSaidAgain(message, received) ? '' : `; the endpoint reads ${received}`
  return {
    sentence: `${capital(`${occasion}${blame}${message}`)}${effect}.`,
    repair: `To mend it, ${repair}.`,
    check,
  }
}

/** Whether what is received ends with what the message says behind its colon. */
function isSaidAgain(message: string, received: string): boolean {
  const colon = message.indexOf(': ')
  return colon !== -1 && received.endsWith(message.slice(colon))
}

/** `line-breaks: kept` as a part of a sentence. */
function spelled(assumption: string): string {
  return assumption.replace(': ', ' is ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
