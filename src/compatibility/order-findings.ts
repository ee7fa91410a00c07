import type { Diagnostic } from '../diagnostic/finding.ts'
import { evidenceOf } from './break-findings.ts'
import {
  isBroken,
  type Compatibility,
  type ContractBreak,
  type SafeOrder,
  type Verdict,
} from './compatibility.ts'

/** Which side may go first, by what is proven of both sides of a contract. */
export type ProvenOrder = 'any' | 'endpoint-first' | 'marketo-first' | 'none' | 'unknown'

/** The order of a webhook whose contract holds in the end; every side of it is asked. */
export function provenOrder(sides: readonly Compatibility[]): ProvenOrder {
  const endpoint = joined(sides.map(({ order }) => order.endpointFirst))
  const marketo = joined(sides.map(({ order }) => order.marketoFirst))
  if (endpoint === 'safe') return marketo === 'safe' ? 'any' : 'endpoint-first'
  if (marketo === 'safe') return 'marketo-first'
  return endpoint === 'unsafe' && marketo === 'unsafe' ? 'none' : 'unknown'
}

function joined(verdicts: readonly Verdict[]): 'safe' | 'unsafe' | 'unknown' {
  if (verdicts.some(({ status }) => status === 'broken')) return 'unsafe'
  return verdicts.every(({ status }) => status === 'compatible') ? 'safe' : 'unknown'
}

/** What is to be said of the order in which one webhook is brought out; nothing where it does not matter. */
export function orderFindings(sides: readonly Compatibility[]): readonly Diagnostic[] {
  const [first] = sides
  const isInTheEnd = sides.every(
    ({ verdict }) => !isBroken(verdict) && verdict.status !== 'unknown',
  )
  const order = provenOrder(sides)
  if (first === undefined || !isInTheEnd || order === 'any') return []
  const { webhook, at, environments } = first
  const failing = ORDERS.flatMap(({ order: wrong, words }) => {
    const broken = firstBreak(sides, wrong)
    return broken === undefined ? [] : [{ broken, words: `${words}, ${broken.witness.because}` }]
  })
  const [example] = failing
  return [
    {
      rule: 'rollout-has-safe-order',
      severity: order === 'none' ? 'warning' : 'info',
      at,
      message: `"${webhook}": ${MESSAGES[order]}`,
      ...(example === undefined
        ? {}
        : {
            effect: `in ${environments.join(', ')}: ${failing.map(({ words }) => words).join('; ')}`,
            evidence: evidenceOf(example.broken),
          }),
      help: HELPS[order],
    },
  ]
}

const ORDERS = [
  { order: 'endpointFirst', words: 'if the endpoint goes first' },
  { order: 'marketoFirst', words: 'if Marketo goes first' },
] as const

function firstBreak(
  sides: readonly Compatibility[],
  order: keyof SafeOrder,
): ContractBreak | undefined {
  return sides
    .map((side) => side.order[order])
    .flatMap((verdict) => (verdict.status === 'broken' ? verdict.breaks : []))
    .at(0)
}

const MESSAGES: Readonly<Record<Exclude<ProvenOrder, 'any'>, string>> = {
  'endpoint-first': 'the endpoint has to go first, and then Marketo',
  'marketo-first': 'Marketo has to go first, and then the endpoint',
  none: 'whichever side goes first, calls fail until the other has followed',
  unknown: 'it is not known which side may go first',
}

const HELPS: Readonly<Record<Exclude<ProvenOrder, 'any'>, string>> = {
  'endpoint-first': 'change Marketo only after the endpoint is live',
  'marketo-first': 'bring the endpoint out only after Marketo is changed',
  none: 'let the endpoint take both for a while: in two steps no call fails',
  unknown: 'change both at once, while no campaign calls',
}
