import type { Finding } from '../../diagnostic/finding.ts'
import type { Possibility } from '../../model/mapping-verdict.ts'
import { mappingVerdicts, type JudgedMapping } from '../mapping-verdicts.ts'
import type { Rule } from '../rule.ts'

/** Answers that a schema allows, and of which nobody knows what they do to the field. */
export const mappingAlwaysWrites: Rule = {
  id: 'mapping-always-writes',
  severity: 'info',
  category: 'response',
  summary:
    'every answer that the response schema allows has a value for each mapping, and one of a known length',
  why: `No page says what happens to the field when the path leads nowhere, when the value is null, or when it is longer than the field.
It may keep its old value, be cleared, or be cut.
A member that is not required, a branch of \`oneOf\` without it, a list that may be empty and a text without \`maxLength\` all allow such answers.
Source: Experience League, "Response Mappings".`,
  visit: {
    *webhook(webhook, { program }) {
      for (const judged of mappingVerdicts(webhook, program)) {
        const finding = mayNotWrite(judged)
        if (finding !== undefined) yield finding
      }
    },
  },
}

function mayNotWrite({ mapping, field, verdict }: JudgedMapping): Finding | undefined {
  const { possibilities } = verdict
  if (possibilities.every(({ end }) => end === 'missing')) return undefined
  const doubts = possibilities.flatMap((possibility) => doubtOf(possibility))
  const [first] = doubts
  if (first === undefined) return undefined
  return {
    at: mapping.path.at,
    message: `"${mapping.path.value}" is not sure to be written: ${doubts.map(({ words }) => words).join('; ')}`,
    effect: `no source says what becomes of "${field.displayName}" then`,
    assumptions: [...new Set(doubts.flatMap(({ assumption }) => assumption))],
    help: [...new Set(doubts.map(({ help }) => help))].join('; '),
  }
}

interface Doubt {
  readonly words: string
  readonly assumption: readonly string[]
  readonly help: string
}

function doubtOf({ end, type, because, assumption, characters }: Possibility): readonly Doubt[] {
  if (end === 'missing') {
    return [{ words: because, assumption: EMPTY, help: 'let the response schema require it' }]
  }
  if (type === 'null') {
    return [{ words: 'it may be null', assumption: EMPTY, help: 'agree a value instead of null' }]
  }
  if (assumption !== 'mapping-overflow' || characters !== undefined) return []
  const help = 'agree a "maxLength" that fits with the endpoint'
  return [{ words: because, assumption: OVERFLOW, help }]
}

const EMPTY: readonly string[] = ['mapping-null: ignored', 'mapping-null: clears-field']
const OVERFLOW: readonly string[] = ['mapping-overflow: truncated', 'mapping-overflow: not-written']
