import {
  isMap,
  isScalar,
  Scalar,
  visit,
  type CST,
  type Document,
  type Node,
  type Pair,
  type ScalarTag,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { SourceFile } from '../source-file.ts'
import { printBlock } from './print-block.ts'
import { printText } from './print-text.ts'

/** A map or list in brackets is broken into lines when it is longer. */
const LINE_WIDTH = 100

/** The text of a document in the one layout: two spaces a level, one blank line at most, texts as they are spelled. */
export function layOut(document: Document.Parsed, file: SourceFile): string {
  visit(document, {
    Pair: (_key, pair, path) => {
      const owner = path.at(-1)
      if (isMap(owner) && owner.flow !== true) keepOnKeyLine(pair)
    },
    Scalar: (_key, scalar) => {
      oneBlankLine(scalar)
      scalar.comment = scalar.comment?.replace(/\n+$/, '') ?? null
    },
    Collection: (_key, collection) => {
      if (isMap(collection)) keepBelowNothing(collection)
      oneBlankLine(collection)
      keepBlankBeforeEnd(collection)
    },
  })
  if (document.directives !== undefined) {
    document.directives.docStart = null
    document.directives.docEnd = false
  }
  document.comment = oneBlank(document.comment)
  document.commentBefore = oneBlank(document.commentBefore)
  const others = document.schema.tags.filter(({ tag }) => tag !== TEXT_TAG)
  document.schema.tags = [...others, textTag(file)]
  const printed = document.toString({
    lineWidth: LINE_WIDTH,
    flowCollectionPadding: false,
  })
  return printed.replace(/^\n+/, '')
}

const TEXT_TAG = 'tag:yaml.org,2002:str'

/** Prints a text as it was written, where the library would choose a spelling of its own. */
function textTag({ text }: SourceFile): ScalarTag {
  return {
    tag: TEXT_TAG,
    default: true,
    identify: (value) => typeof value === 'string',
    resolve: (written) => written,
    stringify: (scalar, { indent }, onComment, onChompKeep) => {
      const isBlock = scalar.type === Scalar.BLOCK_LITERAL || scalar.type === Scalar.BLOCK_FOLDED
      return isBlock
        ? printBlock(scalar, { indent, onComment, onChompKeep })
        : printText(scalar, text)
    },
  }
}

/** The library reads a comment behind a key as one before its value, and would move it below the key. */
function keepOnKeyLine(pair: Pair): void {
  const { key, value, srcToken } = pair
  if (!isBehindKey(srcToken?.sep ?? [])) return
  if (!isScalar(key) || !isNodeWithComment(value) || typeof value.commentBefore !== 'string') return
  const [first = '', ...others] = value.commentBefore.split('\n')
  key.comment = first
  value.commentBefore = others.length === 0 ? null : others.join('\n')
}

/** The library takes what stands below a key without a value for a comment on that value. */
function keepBelowNothing(map: YAMLMap): void {
  for (const [nth, { value, srcToken }] of map.items.entries()) {
    if (!isScalar(value) || value.source !== '' || typeof value.comment !== 'string') continue
    const lines = value.comment.split('\n')
    const own = isBehindKey(srcToken?.sep ?? []) ? lines.slice(0, 1) : []
    const below = lines.slice(own.length)
    if (below.every((line) => line === '')) continue
    value.comment = own[0] ?? null
    const next = map.items[nth + 1]?.key
    if (isScalar(next)) {
      next.commentBefore = [...below, ...(next.commentBefore?.split('\n') ?? [])].join('\n')
      next.spaceBefore = value.spaceBefore === true
      value.spaceBefore = false
    } else map.comment = [...below, ...(map.comment?.split('\n') ?? [])].join('\n')
  }
}

function isBehindKey(tokens: readonly CST.SourceToken[]): boolean {
  const comment = tokens.findIndex(({ type }) => type === 'comment')
  const lineBreak = tokens.findIndex(({ type }) => type === 'newline')
  return comment !== -1 && (lineBreak === -1 || comment < lineBreak)
}

/** The library drops a blank line before the comment that ends a map or list. */
function keepBlankBeforeEnd(collection: YAMLMap | YAMLSeq): void {
  const { srcToken, comment, flow } = collection
  if (flow === true || typeof comment !== 'string') return
  if (srcToken?.type !== 'block-map' && srcToken?.type !== 'block-seq') return
  const last = srcToken.items.at(-1)
  if (last?.start[0]?.type === 'newline') collection.comment = `\n${comment}`
}

function oneBlankLine(node: Pick<Node, 'comment' | 'commentBefore'>): void {
  node.comment = oneBlank(node.comment)
  node.commentBefore = oneBlank(node.commentBefore)
}

/** Between two comments a blank line is two line breaks, behind the last one it is one. */
function oneBlank(comment: string | null | undefined): string | null {
  return comment?.replace(/\n{3,}/g, '\n\n').replace(/\n+$/, '\n') ?? null
}

function isNodeWithComment(value: unknown): value is { commentBefore?: string | null } {
  return typeof value === 'object' && value !== null && 'commentBefore' in value
}
