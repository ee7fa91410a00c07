import type { RootContent } from 'mdast'
import type { Compatibility, ContractBreak, Witness } from '../../compatibility/compatibility.ts'
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
    ...(others.length === 0 ? [] : [list(others.slice(0, most).flatMap(linesOf))]),
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
    .flatMap((each) =>
      each.verdict.status === 'broken'
        ? each.verdict.breaks.map((broken) => ({ each, broken }))
        : [],
    )
    .slice(0, most)
    .flatMap(({ each, broken }, nth) =>
      folded(`Broken contract ${nth + 1}: what worked before and fails now`, [
        paragraph(...breakLine(each, broken)),
        ...witness(broken.witness),
      ]),
    )
}

function withStatus(
  all: readonly Compatibility[],
  status: Compatibility['verdict']['status'],
): readonly Compatibility[] {
  return all.filter(({ verdict }) => verdict.status === status)
}

function linesOf(each: Compatibility): readonly Line[] {
  const { verdict } = each
  switch (verdict.status) {
    case 'broken':
      return verdict.breaks.map((broken) => breakLine(each, broken))
    case 'unknown':
      return [[...placeOf(each), `not known: ${verdict.reason}`]]
    case 'compatible':
      return [[...placeOf(each), 'compatible']]
  }
}

function breakLine(each: Compatibility, { witness, fingerprint, approved }: ContractBreak): Line {
  const consent = approved === undefined ? [] : [`; approved: ${approved}`]
  return [...placeOf(each), `broken: ${witness.because} (`, code(fingerprint), ')', ...consent]
}

function placeOf({ program, webhook, side, environments }: Compatibility): Line {
  return [code(webhook), ' of ', code([program, ...environments].join(', ')), `, ${side}: `]
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
