import type { Diagnostic, Related } from '../../diagnostic/finding.ts'
import { linkProblem, type LinkProblem } from '../../site/link-problem.ts'
import type { FoundLink } from '../../site/markdown-links.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { LinkedFiles } from './linked-files.ts'

/** Documents in which the same broken link is the same mistake: notes first, then the pages that hold them. */
export interface LinkGroup {
  readonly documents: readonly LinkSource[]
}

export interface LinkSource {
  readonly file: SourceFile
  /** Where `#heading` leads, if that is not the document itself: notes are read on the pages. */
  readonly anchors?: ReadonlySet<string>
}

/** One finding for each place that links lead to and that is not there; other links to it are named beside it. */
export function checkLinks({ documents }: LinkGroup, around: LinkedFiles): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  for (const source of documents) {
    for (const link of around.read(source.file.path)?.links ?? []) {
      const problem = problemOf(link, source, around)
      if (problem === undefined) continue
      const at = { file: source.file.path, start: link.start, end: link.end }
      const first = found.get(problem.target)
      const { message, help } = problem
      const made: Diagnostic = {
        rule: 'links-lead-somewhere',
        severity: 'error',
        at,
        message,
        help,
      }
      found.set(
        problem.target,
        first === undefined ? made : withRelated(first, { at, message: 'here, too' }),
      )
    }
  }
  return [...found.values()]
}

function problemOf(
  { url }: FoundLink,
  { file, anchors }: LinkSource,
  around: LinkedFiles,
): LinkProblem | undefined {
  const anchorsOf = (path: string): ReadonlySet<string> | undefined =>
    path === file.path && anchors !== undefined ? anchors : around.anchorsOf(path)
  return linkProblem(url, file.path, { ...around, anchorsOf })
}

/** Ten pages with the same link are one mistake: a few of them show where it comes from. */
const MOST_RELATED = 3

function withRelated(first: Diagnostic, other: Related): Diagnostic {
  const related = first.related ?? []
  return related.length < MOST_RELATED ? { ...first, related: [...related, other] } : first
}
