import { pointerOf } from '../../base/json-pointer.ts'
import type { CompiledMapping } from '../../compile/compiled-program.ts'
import type { TriedAnswer } from '../../contract/try-answers.ts'
import { provesSuccess } from '../../emulate/read-exchange.ts'
import type { PathSegment } from '../../marketo/response-types/parse-path.ts'
import type { MappingEnd } from '../../model/mapping-verdict.ts'
import type { Revision } from '../revision.ts'
import type { AnswerScope } from './answer-cases.ts'
import { triedEnd, type ReadEnd } from './read-end.ts'
import { mappingEnds, type ReadEnds } from './read-ends.ts'
import { NOTHING_FOUND, type ReadComparison, type Suspicion } from './suspicion.ts'

/** The same field as two revisions write it. */
export interface SharedMapping {
  readonly before: CompiledMapping
  readonly after: CompiledMapping
}

/** Fields that both revisions write; that one is not written any more is no secret. */
export function sharedMappings(before: Revision, after: Revision): readonly SharedMapping[] {
  return after.webhook.mappings.flatMap((mapping) => {
    const old = before.webhook.mappings.find(
      ({ fieldName }) => fieldName.value === mapping.fieldName.value,
    )
    return old === undefined ? [] : [{ before: old, after: mapping }]
  })
}

/** Whether a field is still written wherever it was, in all answers and in those that prove success. */
export function compareMapping(
  mapping: SharedMapping,
  before: Revision,
  after: Revision,
): ReadComparison {
  const any = compareIn('any', mapping, before, after)
  const hasSuccess = [before, after].every(({ webhook }) => webhook.success !== undefined)
  if (any.suspicions.length > 0 || !hasSuccess) return any
  const proven = compareIn('success', mapping, before, after)
  return {
    suspicions: proven.suspicions,
    unknown: [...new Set([...any.unknown, ...proven.unknown])],
  }
}

function compareIn(
  scope: AnswerScope,
  mapping: SharedMapping,
  before: Revision,
  after: Revision,
): ReadComparison {
  const old = mappingEnds(before, mapping.before, scope)
  const now = mappingEnds(after, mapping.after, scope)
  const worse = old.isOpen ? [] : worseEnds(old, now)
  const unknown = now.unknown.map((reason) => `"${mapping.after.path.value}": ${reason}`)
  const reasons = worse.length > 0 ? old.unknown : []
  if (reasons.length > 0) {
    return { ...NOTHING_FOUND, unknown: reasons.map((reason) => `before, ${reason}`) }
  }
  const question = { mapping, scope, before, after }
  if (worse.length > 0) {
    return { suspicions: worse.map((end) => suspect(end, question)), unknown }
  }
  const isNever = hasEnd(old, 'written') && !hasEnd(now, 'written') && now.ends.length > 0
  if (!isNever || now.isOpen || now.unknown.length > 0) return { ...NOTHING_FOUND, unknown }
  const because = now.ends[0]?.because ?? ''
  return { suspicions: [suspect({ end: 'never', way: 'never', because }, question)], unknown }
}

function hasEnd({ ends }: ReadEnds, wanted: MappingEnd): boolean {
  return ends.some(({ end }) => end === wanted)
}

/** Every way that is new, and in which nothing is surely written. Where anything may stand, something may that does not fit. */
function worseEnds(old: ReadEnds, now: ReadEnds): readonly ReadEnd[] {
  const known = new Set(old.ends.map(({ way }) => way))
  const fresh = now.ends.filter(({ end, way }) => end !== 'written' && !known.has(way))
  const open = now.isOpen && !hasEnd(old, 'not-written') ? [ANYTHING_MAY_STAND] : []
  return [...new Map([...fresh, ...open].map((end) => [end.way, end])).values()]
}

const ANYTHING_MAY_STAND: ReadEnd = {
  end: 'not-written',
  because: 'the schema does not say what stands there',
  way: 'not-written: anything',
}

interface MappingQuestion {
  readonly mapping: SharedMapping
  readonly scope: AnswerScope
  readonly before: Revision
  readonly after: Revision
}

interface SuspectedEnd extends Omit<ReadEnd, 'end'> {
  readonly end: MappingEnd | 'never'
}

function suspect(
  { end, way, because }: SuspectedEnd,
  { mapping, scope, before, after }: MappingQuestion,
): Suspicion {
  const { path, fieldName, segments = [] } = mapping.after
  const inScope = (answer: TriedAnswer, { webhook }: Revision): boolean =>
    scope === 'any' || provesSuccess(webhook, answer.reading) === true
  const endOf = ({ ends }: TriedAnswer, own: CompiledMapping): ReadEnd | undefined => {
    const tried = ends.find(({ mapping: each }) => each.fieldName.value === own.fieldName.value)
    return tried && triedEnd(tried)
  }
  const isBadEnd = (found: ReadEnd | undefined): boolean =>
    end === 'never' || way === ANYTHING_MAY_STAND.way
      ? found !== undefined && found.end !== 'written'
      : found?.way === way
  const when = scope === 'any' ? '' : 'after success, '
  return {
    keyword: 'mapping',
    place: pointerOf(segments.map(stepOf)),
    demand: { field: fieldName.value, way, scope },
    because: `${when}${words(end, path.value, fieldName.value)}: ${because}`,
    wasGood: (answer) =>
      inScope(answer, before) && endOf(answer, mapping.before)?.end === 'written',
    isBad: (answer) => inScope(answer, after) && isBadEnd(endOf(answer, mapping.after)),
  }
}

function words(end: MappingEnd | 'never', path: string, field: string): string {
  switch (end) {
    case 'missing':
      return `"${path}" may lead nowhere, and then "${field}" gets no value`
    case 'not-written':
      return `what stands at "${path}" may not fit "${field}", and then it is not written`
    case 'unspecified':
      return `no source says what becomes of what may stand at "${path}", for "${field}"`
    case 'never':
    case 'written':
      return `"${field}" gets no value from "${path}" any more`
  }
}

export function stepOf(segment: PathSegment): string | number {
  return segment.kind === 'member' ? segment.name : segment.index
}
