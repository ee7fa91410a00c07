import { isUnitByUnit, spanWithin, type LocatedText, type Piece } from '../base/located-text.ts'
import { nearest } from '../base/nearest.ts'
import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { MappingEntry, MappingNode, ScalarNode, SourceNode } from '../source/source-node.ts'
import type { DecodeContext } from './decode/decoder.ts'
import { nodeAt } from './layers/merge-nodes.ts'

/** What a name stands for: a text, a variable that nothing has set, or nothing at all. */
export type VariableLookup = (name: string) => Variable | undefined

export type Variable =
  | { readonly status: 'set'; readonly text: string }
  | { readonly status: 'unset'; readonly at: Span; readonly reason: string; readonly help: string }

export interface Substitution {
  readonly lookup: VariableLookup
  /** Every known name, for suggestions. */
  readonly names: readonly string[]
  /** True only in the format of a secret header. */
  readonly mayHoldSecret: boolean
}

const REFERENCE = /\$\{([^{}]*)\}/g

/** `${secret}` stands in the format of a secret header and is never replaced before a request is sent. */
const SECRET = 'secret'

/** Replaces `${name}` in every scalar; the replaced stretch still points at the `${name}` that was written. */
export function substitute(
  node: SourceNode,
  substitution: Substitution,
  context: DecodeContext,
): SourceNode {
  switch (node.kind) {
    case 'scalar':
      return substituteScalar(node, substitution, context)
    case 'sequence': {
      const items = changed(node.items, (item) => substitute(item, substitution, context))
      return items === node.items ? node : { ...node, items }
    }
    case 'mapping': {
      const entries = changed(node.entries, (entry) => {
        const mayHoldSecret = isSecretFormat(entry, node)
        const isSame = mayHoldSecret === substitution.mayHoldSecret
        const inner = isSame ? substitution : { ...substitution, mayHoldSecret }
        const value = substitute(entry.value, inner, context)
        return value === entry.value ? entry : { key: entry.key, value }
      })
      return entries === node.entries ? node : { ...node, entries }
    }
  }
}

/** The same list where nothing in it changes: most of a definition holds no variable. */
function changed<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const made = list.map(change)
  return made.every((item, index) => item === list[index]) ? list : made
}

function isSecretFormat({ key }: MappingEntry, owner: MappingNode): boolean {
  return key.text.value === 'format' && nodeAt(owner, [SECRET]) !== undefined
}

function substituteScalar(
  node: ScalarNode,
  substitution: Substitution,
  context: DecodeContext,
): ScalarNode {
  if (typeof node.value !== 'string' || !node.value.includes('${')) return node
  const text = substituteText(node.text, substitution, context)
  return { ...node, value: text.value, text }
}

function substituteText(
  text: LocatedText,
  substitution: Substitution,
  context: DecodeContext,
): LocatedText {
  let value = ''
  const pieces: Piece[] = []
  const append = (part: string, parts: readonly Piece[]): void => {
    value += part
    pieces.push(...parts)
  }
  let at = 0
  for (const match of text.value.matchAll(REFERENCE)) {
    const end = match.index + match[0].length
    const span = spanWithin(text, match.index, end)
    const replacement = resolve(match[1] ?? '', span, substitution, context)
    if (replacement === undefined) continue
    append(text.value.slice(at, match.index), cut(text.pieces, at, match.index, value.length))
    const start = value.length
    if (replacement !== '')
      append(replacement, [{ start, end: start + replacement.length, at: span, isVariable: true }])
    at = end
  }
  append(text.value.slice(at), cut(text.pieces, at, text.value.length, value.length))
  return { value, at: text.at, pieces }
}

/** Undefined where the reference stays as it is. */
function resolve(
  name: string,
  at: Span,
  { lookup, names, mayHoldSecret }: Substitution,
  context: DecodeContext,
): string | undefined {
  if (name === SECRET && mayHoldSecret) return undefined
  const variable = lookup(name)
  if (variable?.status === 'set') return variable.text
  if (variable?.status === 'unset') {
    context.report({ ...unsetVariable(variable), related: [{ at, message: 'used here' }] })
    return undefined
  }
  context.report(unknownVariable(name, at, names))
  return undefined
}

/** What there is to say of a variable without a value. */
export function unsetVariable({
  at,
  reason,
  help,
}: Extract<Variable, { readonly status: 'unset' }>): Diagnostic {
  return { rule: 'variable-set', severity: 'error', at, message: reason, help }
}

function unknownVariable(name: string, at: Span, names: readonly string[]): Diagnostic {
  const meant = name === SECRET ? undefined : nearest(name, names)
  const otherwise =
    name === SECRET
      ? 'write {secret: <id>, format: "${secret}"} as the value of a header'
      : `add "${name}" to "vars"`
  return {
    rule: 'known-variable',
    severity: 'error',
    at,
    message: `there is no variable "${name}"`,
    effect: 'the text is sent with "${…}" in it',
    help: meant === undefined ? otherwise : `did you mean "\${${meant}}"?`,
  }
}

/** The pieces of `[start, end)`, moved so that `start` comes to stand at `to`. */
function cut(pieces: readonly Piece[], start: number, end: number, to: number): readonly Piece[] {
  return pieces.flatMap((piece) => {
    const from = Math.max(piece.start, start)
    const until = Math.min(piece.end, end)
    if (from >= until) return []
    const at = isUnitByUnit(piece)
      ? {
          ...piece.at,
          start: piece.at.start + (from - piece.start),
          end: piece.at.start + (until - piece.start),
        }
      : piece.at
    return [{ ...piece, start: from - start + to, end: until - start + to, at }]
  })
}
