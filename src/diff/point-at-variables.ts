import type { Span } from '../base/span.ts'
import type { LocatedText } from '../base/located-text.ts'
import { nodeAt } from '../model/layers/merge-nodes.ts'
import type { Draft } from './change.ts'
import type { ProgramPair, ProgramSide } from './comparison.ts'

/**
 * Where a value holds variables and is written as before, the variable has changed: its place is the
 * one to look at, most often in an overlay.
 */
export function pointAtVariables(draft: Draft, { base, head }: ProgramPair): Draft {
  const { at, wasAt } = draft
  if (at === undefined || wasAt === undefined) return draft
  const written = textAt(head, at)
  if (written !== textAt(base, wasAt)) return draft
  for (const [, name = ''] of written.matchAll(/\$\{([^{}]*)\}/g)) {
    const [from, to] = [variable(base, name), variable(head, name)]
    if (from === undefined || to === undefined || from.value === to.value) continue
    return { ...draft, at: to.at, wasAt: from.at }
  }
  return draft
}

function textAt({ files }: ProgramSide, { file, start, end }: Span): string {
  return (files.get(file) ?? '').slice(start, end)
}

/** A variable of the program, or one of those that stand for a part of it: `alerts.email`. */
function variable({ merged }: ProgramSide, name: string): LocatedText | undefined {
  const found = nodeAt(merged, ['vars', name]) ?? nodeAt(merged, name.split('.'))
  return found?.kind === 'scalar' ? found.text : undefined
}
