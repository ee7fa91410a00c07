import { allOf, anyOf, type Answer } from './meets-operator.ts'

/**
 * What the filters of a smart list say together: `all`, `any`, or an expression over their positions,
 * in which `and` binds closer than `or`. Source: Experience League, "Smart Lists" (REST API).
 */
export function applyFilterLogic(logic: string | undefined, answers: readonly Answer[]): Answer {
  const name = logic?.trim().toLowerCase() ?? 'all'
  if (name === 'all') return allOf(answers)
  if (name === 'any') return answers.length === 0 ? 'yes' : anyOf(answers)
  const words = name.match(/[()]|[^\s()]+/g) ?? []
  const read = readOr(words, answers)
  return read === undefined || read.rest.length > 0 ? 'unknown' : read.answer
}

/** What was read of an expression, and the words behind it; undefined for what is none. */
type Reading = { readonly answer: Answer; readonly rest: readonly string[] } | undefined

type Read = (words: readonly string[], answers: readonly Answer[]) => Reading

const readAnd: Read = (words, answers) => readJoined(words, answers, 'and')
const readOr: Read = (words, answers) => readJoined(words, answers, 'or')

function readJoined(
  words: readonly string[],
  answers: readonly Answer[],
  word: 'and' | 'or',
): Reading {
  const [readPart, join] = word === 'or' ? ([readAnd, anyOf] as const) : ([readOne, allOf] as const)
  const parts: Answer[] = []
  let rest = words
  do {
    const read = readPart(parts.length === 0 ? rest : rest.slice(1), answers)
    if (read === undefined) return undefined
    parts.push(read.answer)
    rest = read.rest
  } while (rest[0] === word)
  return { answer: join(parts), rest }
}

function readOne([first, ...rest]: readonly string[], answers: readonly Answer[]): Reading {
  if (first === '(') {
    const inner = readOr(rest, answers)
    return inner?.rest[0] === ')' ? { ...inner, rest: inner.rest.slice(1) } : undefined
  }
  const answer = /^[0-9]+$/.test(first ?? '') ? answers[Number(first) - 1] : undefined
  return answer === undefined ? undefined : { answer, rest }
}
