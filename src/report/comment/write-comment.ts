import type { RootContent } from 'mdast'
import type { Actor } from '../../marketo/actor.ts'
import { valuesOf } from '../../steps/step.ts'
import { findingDetails, findingsTable } from '../markdown/findings.ts'
import { code, paragraph } from '../markdown/nodes.ts'
import { printMarkdown } from '../markdown/print-markdown.ts'
import { testsTable } from '../markdown/tests-table.ts'
import { brokenContracts, witnesses } from './broken-contracts.ts'
import { changesTable, notComparedList } from './changes-table.ts'
import type { Comment } from './comment.ts'
import { EXTENTS, LEAST, type Extent } from './extents.ts'
import { HAND_EXTENTS, handSteps, LEAST_BY_HAND, type HandExtent } from './hand-steps.ts'
import { headline } from './headline.ts'
import { markerOf } from './marker.ts'
import { endpointSteps } from './endpoint-steps.ts'
import { sharedSteps, type SharedStep } from './shared-steps.ts'

/**
 * GitHub takes 65,536 characters and 262,144 bytes. A unit of UTF-16 is at most one character and at most
 * three bytes, so that this many units are within both, whichever is counted.
 */
export const MOST_CHARACTERS = 60_000

/** What is kept free beside the steps by hand, for what is left when all else is cut. */
const FOR_THE_REST = 3_000

/** The comment of a pull request: what is to do by hand first, and never larger than GitHub takes. */
export function writeComment(comment: Comment): string {
  const plans = comment.comparison.status === 'compared' ? comment.comparison.plans : []
  const byHand = sharedSteps(plans, IN_MARKETO)
  const others = sharedSteps(plans, ['receiver'])
  const head = printMarkdown([
    { type: 'html', value: markerOf(comment.project) },
    ...headline(comment, byHand),
  ])
  const hand = printHandSteps(
    byHand,
    comment.artifact,
    MOST_CHARACTERS - head.length - FOR_THE_REST,
  )
  const whole = (extent: Extent): string =>
    [head, hand, printRest(comment, others, extent)].filter((part) => part !== '').join('\n')
  for (const extent of EXTENTS) {
    const text = whole(extent)
    if (text.length < MOST_CHARACTERS) return text
  }
  return whole(LEAST)
}

/** What the REST API can do stands among the rest: the order is one, and whoever has no client does it by hand. */
const IN_MARKETO: readonly Actor[] = ['human', 'api']

/** As much as there is room for, and at the least how many they are and where they stand. */
function printHandSteps(
  steps: readonly SharedStep[],
  artifact: string | undefined,
  most: number,
): string {
  for (const extent of HAND_EXTENTS) {
    if (leastCharacters(steps, extent) > most) continue
    const text = printMarkdown(handSteps(steps, extent, artifact))
    if (text.length <= most) return text
  }
  return printMarkdown(handSteps(steps, LEAST_BY_HAND, artifact))
}

const NOTHING = { changes: [], compatibility: [], notCompared: [] }

function printRest(comment: Comment, endpoint: readonly SharedStep[], extent: Extent): string {
  const { findings, tests = [], comparison } = comment
  const { changes, compatibility, notCompared } =
    comparison.status === 'compared' ? comparison : NOTHING
  return printMarkdown([
    ...brokenContracts(compatibility, extent.rows),
    ...witnesses(compatibility, extent.witnesses),
    ...notComparedList(notCompared.slice(0, extent.rows)),
    ...changesTable(changes, extent.rows),
    ...(extent.hasEndpointSteps ? endpointSteps(endpoint) : []),
    ...findingsTable(findings, extent.rows),
    ...findingDetails(findings, extent.details),
    ...(extent.hasTests ? testsTable(tests, extent.rows) : []),
    ...footer(comment, extent),
  ])
}

/** How to have the same again, and what is missing here. */
function footer({ again, artifact }: Comment, { leftOut }: Extent): readonly RootContent[] {
  const where = artifact === undefined ? '' : `; the whole is in the artifact ${artifact}`
  return [
    ...(leftOut.length === 0
      ? []
      : [paragraph(`Left out, because a comment holds no more: ${leftOut.join(', ')}${where}.`)]),
    ...again.map((command) => paragraph('The same again: ', code(command))),
  ]
}

/** A quick look before steps are printed. */
function leastCharacters(steps: readonly SharedStep[], { kind }: HandExtent): number {
  if (kind === 'counted') return 0
  const lines = steps.length * SHORTEST_LINE
  if (kind === 'lines') return lines
  const values = steps.flatMap(({ step }) => valuesOf(step))
  return values.reduce((sum, { value }) => sum + value.length, lines)
}

/** A number, a bold word, a program and an environment. */
const SHORTEST_LINE = 15
