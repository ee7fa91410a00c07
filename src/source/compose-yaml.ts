import { Composer, CST, Parser, type Document } from 'yaml'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from './source-file.ts'
import { describeYamlError, tooLarge, YAML_LIMITS } from './yaml-problem.ts'

/** A file as the parser composes it. */
export interface ComposedYaml {
  /** Undefined for a file that is refused whole. */
  readonly document: Document.Parsed | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export interface ComposeOptions {
  /** Every scalar is the text that was typed: for printing a file, not for reading it. */
  readonly keepsSpelling: boolean
}

const FOR_READING: ComposeOptions = { keepsSpelling: false }

/** The parser goes on after an error; what it says later mostly follows from what it said first. */
const MOST_SYNTAX_ERRORS = 10

/** Composes the first document of a file; never throws, also for a file made to exhaust its reader. */
export function composeYaml(file: SourceFile, options: ComposeOptions = FOR_READING): ComposedYaml {
  if (file.text.length > YAML_LIMITS.characters) {
    const at = { file: file.path, start: 0, end: 0 }
    const message = `the file has more than ${YAML_LIMITS.characters} characters`
    return { document: undefined, diagnostics: [tooLarge(at, message)] }
  }
  const tokens = readTokens(file.text)
  const tooDeep = firstTooDeep(tokens)
  if (tooDeep !== undefined) return { document: undefined, diagnostics: [nested(tooDeep, file)] }
  return compose(tokens, file, options)
}

function readTokens(text: string): readonly CST.Token[] {
  const tokens: CST.Token[] = []
  let errors = 0
  for (const token of new Parser().parse(text)) {
    tokens.push(token)
    errors += token.type === 'error' ? 1 : 0
    if (errors === MOST_SYNTAX_ERRORS) break
  }
  return tokens
}

function compose(
  tokens: readonly CST.Token[],
  file: SourceFile,
  { keepsSpelling }: ComposeOptions,
): ComposedYaml {
  const composer = new Composer({
    ...(keepsSpelling ? { schema: 'failsafe' } : {}),
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  })
  const plain = tokens.filter(({ type }) => type !== 'directive')
  const [document, second] = composer.compose(plain, true, file.text.length)
  const problems = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
  const diagnostics = [
    ...tokens.filter(({ type }) => type === 'directive').map((token) => directive(token, file)),
    ...problems.slice(0, MOST_SYNTAX_ERRORS).map((problem) => describeYamlError(problem, file)),
    ...(second === undefined ? [] : [anotherDocument(second, file)]),
  ]
  return { document, diagnostics }
}

/** Without recursion: a file may nest deeper than the stack. */
function firstTooDeep(tokens: readonly CST.Token[]): CST.Token | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > YAML_LIMITS.depth) return next.token
    const depth = next.depth + (CST.isCollection(next.token) ? 1 : 0)
    for (const token of childrenOf(next.token)) open.push({ token, depth })
  }
  return undefined
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value]
  if (!CST.isCollection(token)) return []
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat())
}

function nested({ offset }: CST.Token, file: SourceFile): Diagnostic {
  const at = { file: file.path, start: offset, end: offset }
  return tooLarge(at, `the nesting is deeper than ${YAML_LIMITS.depth} levels`)
}

/** `%YAML 1.1` would turn `no` into false and `<<` into a merge. */
function directive(token: CST.Token, file: SourceFile): Diagnostic {
  const end = token.offset + ('source' in token ? token.source.length : 0)
  return {
    rule: 'yaml-syntax',
    severity: 'error',
    at: { file: file.path, start: token.offset, end },
    message: `the directive "${file.text.slice(token.offset, end)}" is not allowed`,
    help: 'remove the line: definitions are YAML 1.2',
  }
}

function anotherDocument({ range }: Document.Parsed, file: SourceFile): Diagnostic {
  const [start] = range
  return {
    rule: 'yaml-syntax',
    severity: 'error',
    at: { file: file.path, start, end: start },
    message: 'a second document begins here',
    help: 'keep one document a file: remove the "---"',
  }
}
