import type { RootContent } from 'mdast'
import type { Compatibility, Witness } from '../../compatibility/compatibility.ts'
import { code, codeBlock, folded, heading, list, paragraph, type Line } from '../markdown/nodes.ts'
import { plural } from '../summary.ts'

/** Contracts that break, or of which it is not known, a line each; those that hold are counted. */
export function brokenContracts(
  all: readonly Compatibility[],
  most: number,
): readonly RootContent[] {
  if (all.length === 0) return []
  const holding = all.filter(({ verdict }) => verdict.status === 'compatible')
  const others = [...withStatus(all, 'broken'), ...withStatus(all, 'unknown')]
  const rest = others.length - most
  return [
    heading(3, 'Contracts'),
    ...(others.length === 0 ? [] : [list(others.slice(0, most).map(lineOf))]),
    ...(rest > 0 ? [paragraph(`${plural(rest, 'more contract')}, broken or not known.`)] : []),
    ...(holding.length === 0
      ? []
      : [
          paragraph(
            `${plural(holding.length, 'contract')} compatible: what worked before works after.`,
          ),
        ]),
  ]
}

/** Folded, a broken contract each: what worked before and fails now. */
export function witnesses(all: readonly Compatibility[], most: number): readonly RootContent[] {
  return withStatus(all, 'broken')
    .slice(0, most)
    .flatMap((each, nth) =>
      each.verdict.status === 'broken'
        ? folded(`Broken contract ${nth + 1}: what worked before and fails now`, [
            paragraph(...lineOf(each)),
            ...witness(each.verdict.witness),
          ])
        : [],
    )
}

function withStatus(
  all: readonly Compatibility[],
  status: Compatibility['verdict']['status'],
): readonly Compatibility[] {
  return all.filter(({ verdict }) => verdict.status === status)
}

function lineOf({
  program,
  webhook,
  side,
  environments,
  verdict,
  fingerprint,
}: Compatibility): Line {
  const place = [code(webhook), ' of ', code([program, ...environments].join(', ')), `, ${side}: `]
  switch (verdict.status) {
    case 'broken':
      return [...place, `broken: ${verdict.witness.because} (`, code(fingerprint), ')']
    case 'unknown':
      return [...place, `not known: ${verdict.reason}`]
    case 'compatible':
      return [...place, 'compatible']
  }
}

function witness({ lead, before, after }: Witness): readonly RootContent[] {
  return [
    ...(lead === undefined ? [] : [paragraph('The lead:'), codeBlock(JSON.stringify(lead))]),
    paragraph('Valid before:'),
    codeBlock(before),
    ...(after === before
      ? [paragraph('The same is invalid now.')]
      : [paragraph('Invalid now:'), codeBlock(after)]),
  ]
}
