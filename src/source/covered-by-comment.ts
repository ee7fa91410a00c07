import type { Span } from '../base/span.ts'
import type { SourceComment } from './read-comments.ts'
import type { SourceFile } from './source-file.ts'
import type { SourceNode } from './source-node.ts'

/**
 * What a comment is about.
 * One that stands alone is about what follows it: an entry with its whole value, or an item of a list.
 * One at the end of a line is about that line, and about the whole of a text of which a part stands on it.
 */
export function coveredByComment(
  comment: SourceComment,
  root: SourceNode,
  file: SourceFile,
): Span | undefined {
  const parts = partsOf(root, file)
  return comment.isAlone ? nextPart(comment.at, parts) : ownLine(comment.at, parts, file)
}

interface Part extends Span {
  /** True for one text and its key: it belongs together, however many lines it has. */
  readonly isText: boolean
}

function nextPart({ end }: Span, parts: readonly Part[]): Span | undefined {
  let next: Part | undefined
  for (const part of parts) {
    if (part.start < end) continue
    const isNearer = next === undefined || part.start < next.start
    if (isNearer || (part.start === next?.start && part.end > next.end)) next = part
  }
  return next && { file: next.file, start: next.start, end: next.end }
}

function ownLine({ file, start: end }: Span, parts: readonly Part[], { text }: SourceFile): Span {
  const start = text.lastIndexOf('\n', end - 1) + 1
  const own = parts.filter((part) => part.isText && part.start < end && part.end > start)
  return {
    file,
    start: Math.min(start, ...own.map((part) => part.start)),
    end: Math.max(end, ...own.map((part) => part.end)),
  }
}

/** Everything that a comment can be about; what an alias stands for is written elsewhere. */
function partsOf(node: SourceNode, file: SourceFile): readonly Part[] {
  switch (node.kind) {
    case 'scalar':
      return []
    case 'sequence':
      return node.items.flatMap((item) => [
        { ...item.at, isText: item.kind === 'scalar' },
        ...partsOf(item, file),
      ])
    case 'mapping':
      return node.entries.flatMap(({ key, value }) => [
        {
          file: key.at.file,
          start: key.at.start,
          end: Math.max(key.at.end, value.at.end),
          isText: value.kind === 'scalar',
        },
        ...(standsAlone(value, file) ? [{ ...value.at, isText: value.kind === 'scalar' }] : []),
        ...partsOf(value, file),
      ])
  }
}

/** A block of entries begins where its first entry does, and a comment before that is about the entry. */
function standsAlone({ kind, at }: SourceNode, { text }: SourceFile): boolean {
  return kind === 'scalar' || text.startsWith('{', at.start) || text.startsWith('[', at.start)
}
