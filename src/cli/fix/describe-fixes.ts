import { visibleText } from '../../base/visible-text.ts'
import { locate, showPlace } from '../../report/locate.ts'
import { plural } from '../../report/summary.ts'
import type { Fixed, FixOutcome } from './fix-rounds.ts'

/** A line for each finding that was mended, and for each that could not be. */
export function fixLines({ fixed, refused }: FixOutcome): readonly string[] {
  const reason = 'something else would be an error then'
  return [
    ...fixed.map(
      (each) => `fixed ${placeOf(each)}: ${visibleText(each.diagnostic.fix?.title ?? '')}`,
    ),
    ...refused.map((each) => `not fixed ${placeOf(each)}: ${reason}`),
  ]
}

/** `2 findings fixed in 1 file`. */
export function countFixes({ fixed, texts }: FixOutcome): string {
  return `${plural(fixed.length, 'finding')} fixed in ${plural(texts.size, 'file')}`
}

/** `2 findings would be fixed in 1 file`. */
export function countPossibleFixes({ fixed, texts }: FixOutcome): string {
  if (fixed.length === 0) return 'nothing would be fixed'
  return `${plural(fixed.length, 'finding')} would be fixed in ${plural(texts.size, 'file')}`
}

function placeOf({ diagnostic: { at, rule }, files }: Fixed): string {
  return `${showPlace(locate(at, files))} ${visibleText(rule)}`
}
