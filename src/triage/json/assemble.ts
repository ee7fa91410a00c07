import { TokenType, type Tokenizer } from '@streamparser/json'
import { LISTS } from './activities-of.ts'

type Token = Parameters<Tokenizer['onToken']>[0]

interface Container {
  /** Members or elements as far as they have come; undefined for a list whose elements are handed on. */
  readonly value: Record<string, unknown> | unknown[] | undefined
  readonly isList: boolean
  /** The name of the member that comes next. */
  name: string | undefined
}

/** Puts documents together from their tokens. */
export interface Assembler {
  /** Whether the token may stand there: brackets must fit together. */
  readonly take: (token: Token) => boolean
  /** How deep the tokens so far have left something open; none at the end of a document. */
  readonly depth: () => number
}

/** Documents stand one behind the other, or in a list; what stands in a list of a page is handed on alone. */
export function assembler(onValue: (value: unknown) => void): Assembler {
  const open: Container[] = []
  const put = (value: unknown): void => {
    const parent = open.at(-1)
    if (parent === undefined || parent.value === undefined) return onValue(value)
    if (Array.isArray(parent.value)) parent.value.push(value)
    else if (parent.name !== undefined) define(parent.value, parent.name, value)
    if (!parent.isList) parent.name = undefined
  }
  const begin = (isList: boolean): void => {
    const parent = open.at(-1)
    const isHandedOn = isList && holdsDocuments(open.length, parent)
    const value = isHandedOn ? undefined : isList ? [] : {}
    open.push({ value, isList, name: undefined })
  }
  const finish = (): void => {
    const done = open.pop()
    if (done?.value !== undefined) return put(done.value)
    const parent = open.at(-1)
    if (parent === undefined) return
    // The page still shows that it had a list.
    put([])
  }
  const fits = ({ token }: Token): boolean => {
    if (token === TokenType.RIGHT_BRACE) return open.at(-1)?.isList === false
    return token !== TokenType.RIGHT_BRACKET || open.at(-1)?.isList === true
  }
  return {
    take: (token) => {
      if (!fits(token)) return false
      takeToken(token, open, { put, begin, finish })
      return true
    },
    depth: () => open.length,
  }
}

/** The list of all documents, and those of pages: at the top, or in a page that stands in a list. */
function holdsDocuments(depth: number, parent: Container | undefined): boolean {
  if (depth === 0) return true
  return depth <= 2 && parent?.isList === false && LISTS.includes(parent.name ?? '')
}

interface Acts {
  readonly put: (value: unknown) => void
  readonly begin: (isList: boolean) => void
  readonly finish: () => void
}

function takeToken({ token, value }: Token, open: readonly Container[], acts: Acts): void {
  switch (token) {
    case TokenType.LEFT_BRACE:
      return acts.begin(false)
    case TokenType.LEFT_BRACKET:
      return acts.begin(true)
    case TokenType.RIGHT_BRACE:
    case TokenType.RIGHT_BRACKET:
      return acts.finish()
    case TokenType.COLON:
    case TokenType.COMMA:
    case TokenType.SEPARATOR:
      return undefined
    default: {
      const parent = open.at(-1)
      const isName = parent !== undefined && !parent.isList && parent.name === undefined
      if (isName) parent.name = String(value)
      else acts.put(value)
    }
  }
}

/** A member called `__proto__` is one like any other. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}
