import { pointerOf } from '../../base/json-pointer.ts'
import type { CompiledMapping } from '../../compile/compiled-program.ts'
import type { TriedAnswer } from '../../contract/try-answers.ts'
import { provesSuccess } from '../../emulate/read-exchange.ts'
import type { PathSegment } from '../../marketo/response-types/parse-path.ts'
import type { MappingEnd } from '../../model/mapping-verdict.ts'
import type { Revision } from '../revision.ts'
import type { AnswerScope } from './answer-cases.ts'
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

const BAD_ENDS: readonly MappingEnd[] = ['missing', 'not-written', 'unspecified']

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
  const worse = old.isOpen ? [] : BAD_ENDS.filter((end) => isWorse(end, old, now))
  const unknown = now.unknown.map((reason) => `"${mapping.after.path.value}": ${reason}`)
  const reasons = worse.length > 0 ? old.unknown : []
  if (reasons.length > 0) {
    return { ...NOTHING_FOUND, unknown: reasons.map((reason) => `before, ${reason}`) }
  }
  const question = { mapping, scope, before, after }
  if (worse.length > 0) {
    const found = worse.map((end) => suspect(end, now.ends.get(end) ?? '', question))
    return { suspicions: found, unknown }
  }
  const isNever = old.ends.has('written') && !now.ends.has('written') && now.ends.size > 0
  if (!isNever || now.isOpen || now.unknown.length > 0) return { ...NOTHING_FOUND, unknown }
  const [because = ''] = now.ends.values()
  return { suspicions: [suspect('never', because, question)], unknown }
}

/** Where anything may stand, something may that does not fit. */
function isWorse(end: MappingEnd, old: ReadEnds, now: ReadEnds): boolean {
  return !old.ends.has(end) && (now.ends.has(end) || (now.isOpen && end === 'not-written'))
}

interface MappingQuestion {
  readonly mapping: SharedMapping
  readonly scope: AnswerScope
  readonly before: Revision
  readonly after: Revision
}

function suspect(
  end: MappingEnd | 'never',
  because: string,
  { mapping, scope, before, after }: MappingQuestion,
): Suspicion {
  const { path, fieldName, segments = [] } = mapping.after
  const inScope = (answer: TriedAnswer, { webhook }: Revision): boolean =>
    scope === 'any' || provesSuccess(webhook, answer.reading) === true
  const endOf = ({ ends }: TriedAnswer, own: CompiledMapping): MappingEnd | undefined =>
    ends.find(({ mapping: tried }) => tried.fieldName.value === own.fieldName.value)?.end
  const isBadEnd = (found: MappingEnd | undefined): boolean =>
    end === 'never' ? found !== undefined && found !== 'written' : found === end
  return {
    keyword: 'mapping',
    place: pointerOf(segments.map(stepOf)),
    demand: { field: fieldName.value, end, scope },
    because: `${scope === 'any' ? '' : 'after success, '}${words(end, path.value, fieldName.value)}${because === '' ? '' : `: ${because}`}`,
    wasGood: (answer) => inScope(answer, before) && endOf(answer, mapping.before) === 'written',
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
