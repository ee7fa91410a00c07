import { pinnedValues } from '../../contract/pinned-values.ts'
import { tryAnswers, type TriedAnswer } from '../../contract/try-answers.ts'
import { compareText } from '../../base/compare.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { compileSchema } from '../../receiver/json-schema.ts'
import { writeBody } from '../../receiver/write-body.ts'
import { identified, type BreakOwner } from '../break-identity.ts'
import { UNCHANGED, type ContractBreak, type Verdict } from '../compatibility.ts'
import { isSameReading, type Revision } from '../revision.ts'
import { isSubset, type Inclusion } from '../subset/is-subset.ts'
import { meaningOf } from '../subset/meaning.ts'
import { AFTER, BEFORE, joinContracts } from '../subset/join-contracts.ts'
import { compareMapping, sharedMappings } from './compare-mapping.ts'
import { compareDecidingValue, compareSuccess } from './compare-values.ts'
import type { Suspicion } from './suspicion.ts'

/**
 * Whether Marketo gets out of every new answer what it got out of every old one. Marketo checks no
 * schema: what it does not read may change. So the consumer of an answer is the form, by its success
 * condition and its mappings.
 */
export function compareResponses(before: Revision, after: Revision): Verdict {
  const { response: old } = before.webhook
  const { response: promised, mappings, success } = after.webhook
  if (mappings.length === 0 && success === undefined) {
    return { status: 'compatible', because: 'Marketo reads nothing of the answer' }
  }
  if (old?.schema === undefined) return unknown('no schema said before what the endpoint answers')
  if (promised?.schema === undefined)
    return unknown('no schema says any more what the endpoint answers')
  const fault = faultOf('old', old) ?? faultOf('new', promised)
  if (fault !== undefined) return unknown(fault)
  const shared = sharedMappings(before, after)
  const comparisons = [
    compareSuccess(before, after),
    ...shared.flatMap((mapping) => [
      compareMapping(mapping, before, after),
      compareDecidingValue(mapping, before, after),
    ]),
  ]
  const suspicions = onePerPlace(comparisons.flatMap((each) => each.suspicions))
  if (suspicions.length > 0) return judge(suspicions, before, after)
  if (isSameReading(before, after) && isSameMeaning(promised, old)) {
    return { status: 'compatible', because: UNCHANGED }
  }
  if (isSameReading(before, after) && isWithin(promised, old)) {
    return { status: 'compatible', because: 'every new answer is one that could come before' }
  }
  const reasons = comparisons.flatMap((each) => each.unknown)
  return reasons.length === 0
    ? {
        status: 'compatible',
        because: 'all that Marketo reads is where it was, and fits as it did',
      }
    : unknown([...new Set(reasons)].join('; '))
}

function unknown(reason: string): Verdict {
  return { status: 'unknown', reason }
}

/** What success is told by is often mapped, too: that it may be absent is told once. */
function onePerPlace(suspicions: readonly Suspicion[]): readonly Suspicion[] {
  return suspicions.filter(
    ({ keyword, place }) =>
      keyword !== 'mapping' ||
      !suspicions.some((other) => other.keyword === 'success' && other.place === place),
  )
}

function faultOf(which: string, contract: ContractSchema): string | undefined {
  const compiled = compileSchema(contract)
  return compiled.status === 'invalid'
    ? `the ${which} response schema is none: ${compiled.reason}`
    : undefined
}

function isSameMeaning(promised: ContractSchema, old: ContractSchema): boolean {
  const both = sideBySide(promised, old)
  if (both === undefined) return false
  const meaning = meaningOf(both.outer, both.contract)
  return (
    meaning !== undefined && both.inner.some((node) => meaningOf(node, both.contract) === meaning)
  )
}

function isWithin(promised: ContractSchema, old: ContractSchema): boolean {
  const both = sideBySide(promised, old)
  return both !== undefined && isSubset(both)
}

/** The direction of answers: what is promised now must be something that could come before. */
function sideBySide(promised: ContractSchema, old: ContractSchema): Inclusion | undefined {
  const contract = joinContracts(promised, old)
  return (
    contract && {
      contract,
      inner: [{ schema: promised.schema, document: BEFORE + promised.path }],
      outer: { schema: old.schema, document: AFTER + old.path },
    }
  )
}

/** A suspicion is told as a break only with answers that show it. */
function judge(suspicions: readonly Suspicion[], before: Revision, after: Revision): Verdict {
  const owner: BreakOwner = {
    program: after.compiled.program.id.value,
    webhook: after.webhook.id,
    side: 'response',
  }
  const old = answersOf(before)
  const now = answersOf(after)
  const breaks = suspicions.flatMap((suspicion): readonly ContractBreak[] => {
    const { keyword, place, demand, because } = suspicion
    const good = old.find(suspicion.wasGood)
    const bad = now.find((answer) => suspicion.isBad(answer) && isNew(answer, before, after))
    const shown = bad ?? now.find(suspicion.isBad)
    if (good === undefined || shown === undefined) return []
    const witness = {
      lead: undefined,
      before: bodyOf(good, before),
      after: bodyOf(shown, after),
      because,
    }
    return [identified(owner, { keyword, place, demand, witness, assumptions: [] })]
  })
  if (breaks.length > 0) return { status: 'broken', breaks }
  return unknown(`no answer was found that shows it: ${suspicions[0]?.because ?? ''}`)
}

/** Valid answers, the shortest first. */
function answersOf({ compiled, webhook }: Revision): readonly TriedAnswer[] {
  const size = ({ answer }: TriedAnswer): string => JSON.stringify(answer.value)
  return tryAnswers(webhook, pinnedValues(compiled))
    .filter(({ answer }) => answer.isValid)
    .toSorted((a, b) => size(a).length - size(b).length || compareText(size(a), size(b)))
}

/** What the old schema refuses could not come before; where the form has changed, nothing is asked. */
function isNew({ answer }: TriedAnswer, before: Revision, after: Revision): boolean {
  const { response } = before.webhook
  if (!isSameReading(before, after) || response === undefined) return true
  const compiled = compileSchema(response)
  return compiled.status === 'compiled' && compiled.check(answer.value).length > 0
}

function bodyOf({ answer }: TriedAnswer, { webhook }: Revision): string {
  return writeBody(webhook, answer.value).body
}
