import { pointerOf } from '../../base/json-pointer.ts'
import { stableJson } from '../../base/stable-json.ts'
import { compareText } from '../../base/compare.ts'
import type { TriedAnswer } from '../../contract/try-answers.ts'
import type { PathSegment } from '../../marketo/response-types/parse-path.ts'
import { resolvePath } from '../../marketo/response-types/resolve-path.ts'
import { provesSuccess } from '../../emulate/read-exchange.ts'
import { answerCases } from './answer-cases.ts'
import type { Revision } from '../revision.ts'
import { stepOf, type SharedMapping } from './compare-mapping.ts'
import { decidingFields } from './deciding-fields.ts'
import { successReading, valuesAt } from './read-ends.ts'
import { NOTHING_FOUND, type ReadComparison, type Suspicion } from './suspicion.ts'

/** Whether success can still be told, and by the values that everybody has thought of. */
export function compareSuccess(before: Revision, after: Revision): ReadComparison {
  const old = successReading(before)
  const now = successReading(after)
  const { success } = after.webhook
  if (old === undefined || now === undefined || success === undefined) return NOTHING_FOUND
  const path = success.path.value
  const place = pointerOf(now.segments.map(stepOf))
  const proves = (answer: TriedAnswer, { webhook }: Revision): boolean =>
    provesSuccess(webhook, answer.reading) === true
  if (old.isPossible && !now.isPossible) {
    const never: Suspicion = {
      keyword: 'success',
      place,
      demand: { equals: String(success.equals.value), end: 'never' },
      because: `no answer holds "${String(success.equals.value)}" at "${path}" any more, so none proves success`,
      wasGood: (answer) => proves(answer, before),
      isBad: (answer) => !proves(answer, after),
    }
    return { suspicions: [never], unknown: [] }
  }
  const isFound = (answer: TriedAnswer, segments: readonly PathSegment[]): boolean =>
    valueIn(answer, segments) !== undefined
  if (now.missing.length > 0 && old.missing.length === 0) {
    if (old.unknown.length > 0) return { ...NOTHING_FOUND, unknown: old.unknown }
    const missing: Suspicion = {
      keyword: 'success',
      place,
      demand: { end: 'missing' },
      because: `"${path}", which proves success, may be absent: ${now.missing[0] ?? ''}`,
      wasGood: (answer) => proves(answer, before),
      isBad: (answer) => !isFound(answer, now.segments),
    }
    return { suspicions: [missing], unknown: [] }
  }
  const found = newValues(old.values, now.values, { place, path, segments: now.segments })
  return { suspicions: found, unknown: found.length > 0 ? [] : unknownOf(old, now) }
}

function unknownOf(
  old: { readonly values: unknown },
  now: { readonly unknown: readonly string[] },
): readonly string[] {
  return old.values === undefined ? [] : now.unknown
}

/** Whether a field whose values decide something may get a value that it could not get before. */
export function compareDecidingValue(
  { before: old, after: now }: SharedMapping,
  before: Revision,
  after: Revision,
): ReadComparison {
  const { segments, field, path } = now
  const isDeciding = field && decidingFields(after.compiled.program).has(field.displayName)
  if (isDeciding !== true || segments === undefined || old.segments === undefined)
    return NOTHING_FOUND
  // The value that proves success is looked at already.
  if (after.webhook.success?.path.value === path.value) return NOTHING_FOUND
  const place = pointerOf(segments.map(stepOf))
  const suspicions = newValues(listedAt(before, old.segments), listedAt(after, segments), {
    place,
    path: path.value,
    segments,
  })
  return { suspicions, unknown: [] }
}

function listedAt(
  { webhook }: Revision,
  segments: readonly PathSegment[],
): readonly unknown[] | undefined {
  const { response, responseType } = webhook
  if (response === undefined) return undefined
  const lists = answerCases(response, webhook, 'any').map((contract) =>
    valuesAt(contract, segments, responseType === 'XML'),
  )
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? [])
}

interface ReadPlace {
  readonly place: string
  readonly path: string
  readonly segments: readonly PathSegment[]
}

/** What was one of a list, and may be something else now. */
function newValues(
  old: readonly unknown[] | undefined,
  now: readonly unknown[] | undefined,
  { place, path, segments }: ReadPlace,
): readonly Suspicion[] {
  if (old === undefined) return []
  const known = new Set(old.map(String))
  const added = now?.map(String).filter((value) => !known.has(value))
  if (added?.length === 0) return []
  const isKnown = (answer: TriedAnswer): boolean => {
    const value = valueIn(answer, segments)
    return value === undefined || known.has(String(value))
  }
  const what =
    added === undefined ? 'anything' : [...new Set(added)].sort(compareText).map(quoted).join(', ')
  return [
    {
      keyword: 'value',
      place,
      demand: {
        newValues: added === undefined ? 'anything' : [...new Set(added)].sort(compareText),
      },
      because: `"${path}" may be ${what}, and was always one of ${[...known].map(quoted).join(', ')}`,
      wasGood: (answer) => valueIn(answer, segments) !== undefined && isKnown(answer),
      isBad: (answer) => !isKnown(answer),
    },
  ]
}

function quoted(value: string): string {
  return stableJson(value).trim()
}

function valueIn({ reading }: TriedAnswer, segments: readonly PathSegment[]): unknown {
  const { answer } = reading
  if (answer?.status !== 'read') return undefined
  const resolved = resolvePath(answer.value, segments)
  return resolved.status === 'found' ? resolved.value : undefined
}
