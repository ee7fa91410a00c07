import type { Diagnostic } from '../../diagnostic/finding.ts'
import { composeYaml } from '../compose-yaml.ts'
import { parseYaml } from '../parse-yaml.ts'
import { positionAt } from '../position-at.ts'
import type { SourceFile } from '../source-file.ts'
import { layOut } from './lay-out.ts'
import { whatIsRead, type Read } from './what-is-read.ts'

export type FormattedYaml =
  | { readonly status: 'formatted'; readonly text: string }
  /** A file that cannot be read is left as it is. */
  | { readonly status: 'unreadable'; readonly diagnostics: readonly Diagnostic[] }
  /** A file that would be read otherwise, or lose a comment: the line where that begins. */
  | { readonly status: 'refused'; readonly line: number }

/**
 * A definition in its one layout.
 * What is read from it, every text and every comment in their order, is compared before anything is given away.
 */
export function formatYaml(file: SourceFile): FormattedYaml {
  const { diagnostics } = parseYaml(file)
  if (diagnostics.length > 0) return { status: 'unreadable', diagnostics }
  const text = settledLayout({ path: file.path, text: file.text.replaceAll('\r\n', '\n') })
  const differs = firstDifference(whatIsRead(file), whatIsRead({ path: file.path, text }))
  if (differs === undefined) return { status: 'formatted', text }
  return { status: 'refused', line: positionAt(file, differs).line }
}

/** Some comments find their place in two steps: a text is in the layout when another step changes nothing. */
const MOST_STEPS = 8

function settledLayout(file: SourceFile): string {
  let { text } = file
  for (let step = 0; step < MOST_STEPS; step++) {
    const { document } = composeYaml({ path: file.path, text }, { keepsSpelling: true })
    if (document === undefined || document.contents === null) return text
    const next = layOut(document, { path: file.path, text })
    if (next === text) return text
    text = next
  }
  return text
}

/** Where in the first something is that is not in the second, or has something before it that is not in the first. */
function firstDifference(before: readonly Read[], after: readonly Read[]): number | undefined {
  const differs = before.findIndex(({ what }, nth) => what !== after[nth]?.what)
  if (differs !== -1) return before[differs]?.start
  return after.length > before.length ? (before.at(-1)?.start ?? 0) : undefined
}
