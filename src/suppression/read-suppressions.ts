import type { Diagnostic } from '../diagnostic/finding.ts'
import { coveredByComment } from '../source/covered-by-comment.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import { readComments } from '../source/read-comments.ts'
import type { SourceFile } from '../source/source-file.ts'
import { mayHoldSuppression, parseSuppression } from './parse-suppression.ts'
import type { Suppression } from './suppression.ts'

export interface ReadSuppressions {
  readonly suppressions: readonly Suppression[]
  /** What cannot be read as a suppression, and was meant as one. */
  readonly problems: readonly Diagnostic[]
}

/** The suppressions in the comments of definitions. */
export function readSuppressions(files: readonly SourceFile[]): ReadSuppressions {
  const suppressions: Suppression[] = []
  const problems: Diagnostic[] = []
  for (const file of files) {
    if (!file.path.endsWith('.yaml') || !mayHoldSuppression(file.text)) continue
    const { root } = parseYaml(file)
    for (const comment of readComments(file)) {
      const parsed = parseSuppression(comment)
      if (parsed.status === 'problem') problems.push(parsed.problem)
      if (parsed.status !== 'suppression') continue
      const covers = root && coveredByComment(comment, root, file)
      suppressions.push({ ...parsed.suppression, covers })
    }
  }
  return { suppressions, problems }
}
