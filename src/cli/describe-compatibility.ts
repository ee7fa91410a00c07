import type { UnpairedWebhooks } from '../compatibility/compare-workspaces.ts'
import { isBroken, UNCHANGED, type Compatibility } from '../compatibility/compatibility.ts'
import type { Checked } from '../report/report.ts'
import { plural } from '../report/summary.ts'

/** What was compared, with the reason of every proof, and how it ended. */
export function describeCompatibility(
  all: readonly Compatibility[],
  { added, removed }: UnpairedWebhooks,
  { base, head }: { readonly base: string; readonly head: string },
): readonly Checked[] {
  const counts = [
    count(all, 'compatible', ({ verdict }) => verdict.status === 'compatible'),
    count(all, 'broken', ({ verdict }) => isBroken(verdict)),
    count(
      all,
      'broken with approval',
      ({ verdict }) => verdict.status === 'broken' && !isBroken(verdict),
    ),
    count(all, 'not known', ({ verdict }) => verdict.status === 'unknown'),
  ].filter((words) => words !== undefined)
  const ended = counts.length === 0 ? '' : `: ${counts.join(', ')}`
  return [
    ...all.flatMap(proofLine),
    ...added.map((name) => ({ text: `${name} is new: nothing to be compared with` })),
    ...removed.map((name) => ({ text: `${name} is gone: nothing was compared` })),
    { text: `${plural(all.length, 'contract')} compared, ${base} with ${head}${ended}` },
  ]
}

function proofLine({
  program,
  webhook,
  side,
  environments,
  verdict,
}: Compatibility): readonly Checked[] {
  if (verdict.status !== 'compatible' || verdict.because === UNCHANGED) return []
  const where = `${program}/${webhook} in ${environments.join(', ')}`
  return [{ text: `${where}, ${side}: compatible, ${verdict.because}` }]
}

function count(
  all: readonly Compatibility[],
  words: string,
  isMeant: (each: Compatibility) => boolean,
): string | undefined {
  const found = all.filter(isMeant).length
  return found === 0 ? undefined : `${found} ${words}`
}
