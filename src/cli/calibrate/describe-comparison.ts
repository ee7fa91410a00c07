import { characterName } from '../../base/character-name.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { ComparedByte, Comparison } from '../../calibrate/compare/comparison.ts'
import { plural } from '../../report/summary.ts'

export interface ComparedCall {
  /** Of the capture. */
  readonly id: string
  readonly comparison: Comparison
}

export interface DescribeOptions {
  /** False where characters of values stay unnamed: they are of people. */
  readonly showsValues: boolean
}

/** Requests of which the same is to be said, together: how many, and the first of them. */
export function describeComparison(
  calls: readonly ComparedCall[],
  options: DescribeOptions,
): readonly string[] {
  const groups = new Map<string, readonly ComparedCall[]>()
  for (const call of calls) {
    const key = linesOf(call.comparison, options).join('\n')
    groups.set(key, [...(groups.get(key) ?? []), call])
  }
  return [...groups].flatMap(([key, group]) => {
    const [first = '', ...rest] = key.split('\n')
    const ids = group.length === 1 ? '' : 'first '
    return [
      `${plural(group.length, 'request')} (${ids}${visibleText(group[0]?.id ?? '')}) ${first}`,
      ...rest.map((line) => `  ${line}`),
    ]
  })
}

function linesOf(comparison: Comparison, options: DescribeOptions): readonly string[] {
  switch (comparison.status) {
    case 'same': {
      const { shows } = comparison
      return [
        'byte for byte what hookbook would send',
        ...(shows.length === 0 ? [] : [`fits only with ${shows.join(', ')}`]),
      ]
    }
    case 'explained':
      return [
        differenceWords(comparison.at, options),
        ...comparison.by.map((values) => `explained by ${values.join(', ')}`),
      ]
    case 'unexplained': {
      const { world } = comparison
      const nearest = world.length === 0 ? '' : `; nearest with ${world.join(', ')}`
      return [
        differenceWords(comparison.at, options),
        `no known assumption explains this${nearest}`,
      ]
    }
  }
}

function differenceWords(at: ComparedByte, { showsValues }: DescribeOptions): string {
  const place = at.part === 'the body' ? ` (line ${at.line}, column ${at.column})` : ''
  const within =
    at.token === undefined ? '' : `, in the value of ${visibleText(at.token.token.raw)}`
  const name = (character: string | undefined): string => {
    if (character === undefined) return 'nothing more'
    const isHidden = at.token !== undefined && !showsValues && /[\p{L}\p{N}]/u.test(character)
    return isHidden ? 'a letter or digit' : characterName(character)
  }
  return `differs in ${visibleText(at.part)} at byte ${at.byte + 1}${place}${within}: ${name(at.expected)} would be sent, ${name(at.found)} was seen`
}
