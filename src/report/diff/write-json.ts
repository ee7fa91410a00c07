import { stableJson } from '../../base/stable-json.ts'
import type { Span } from '../../base/span.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { locate, type Place } from '../locate.ts'
import { printableJson } from '../printable-json.ts'
import type { DiffReport } from './diff-report.ts'

/** For programs: every change with its places as line and column. */
export function writeJsonDiff({ compared, from, to, changes, notCompared }: DiffReport): string {
  return printableJson(
    stableJson({
      formatVersion: 1,
      compared,
      from: from.name,
      to: to.name,
      changes: changes.map(({ at, wasAt, ...change }) => ({
        ...change,
        at: placeOf(at, to.files),
        wasAt: placeOf(wasAt, from.files),
      })),
      notCompared,
    }),
  )
}

function placeOf(span: Span | undefined, files: readonly SourceFile[]): Place | undefined {
  return span === undefined ? undefined : locate(span, files)
}
