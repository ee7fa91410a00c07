import { folderOf } from '../model/paths.ts'
import type { Workspace } from '../model/workspace.ts'
import type { JudgedKind, Terms } from '../suppression/terms.ts'
import type { CommandContext } from './command.ts'
import { baselineFile, type BaselineWords } from './open-baseline.ts'
import { hasNoErrors } from './has-no-errors.ts'

export interface Looked {
  readonly all: Workspace
  /** What is looked at: all, or some of its programs. */
  readonly workspace: Workspace
  readonly kinds: readonly JudgedKind[]
}

/** By what findings of a run may be accepted; whoever looks at a part judges nothing that it would find elsewhere. */
export function termsOf(
  words: BaselineWords,
  { all, workspace, kinds }: Looked,
  { host }: CommandContext,
): Terms {
  const baseline = baselineFile(words, all, host.files)
  const isWhole = workspace.programs.length === all.programs.length && hasNoErrors(all)
  return {
    folder: folderOf(all.project?.file ?? ''),
    ...(baseline === undefined ? {} : { baseline }),
    judges: isWhole ? kinds : [],
  }
}

/** A shard has linted and proven everything, and tested a part. */
export function termsOfShard(terms: Terms): Terms {
  return { ...terms, judges: terms.judges.filter((kind) => kind !== 'contract') }
}
