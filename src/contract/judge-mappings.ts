import type { CompiledMapping, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic, Misfit } from '../diagnostic/finding.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { UNTOUCHED_REASONS } from '../marketo/field-types/accept-value.ts'
import { mappingVerdict, type MappingVerdict } from '../model/mapping-verdict.ts'
import type { CoverageCell } from './coverage.ts'
import type { ResponseJudgement } from './response-check.ts'
import type { TriedAnswer, TriedMapping } from './try-answers.ts'

/** One mapping with every valid answer that was tried on it. */
interface MappingTrial {
  readonly mapping: CompiledMapping
  readonly verdict: MappingVerdict | undefined
  readonly tries: readonly (TriedMapping & { readonly what: string })[]
}

export interface MappingTrials {
  readonly judgements: readonly ResponseJudgement[]
  readonly coverage: readonly CoverageCell[]
}

/** Holds every mapping against the answers that the response schema allows. */
export function judgeMappings(
  webhook: CompiledWebhook,
  answers: readonly TriedAnswer[],
  pinned: AssumptionSet,
): MappingTrials {
  const valid = answers.filter(({ answer }) => answer.isValid)
  if (valid.length === 0) return { judgements: [], coverage: [] }
  const trials = webhook.mappings.map((mapping, index) => ({
    mapping,
    verdict: verdictOf(mapping, webhook, pinned),
    tries: valid.flatMap(({ answer, ends }) => {
      const end = ends[index]
      return end === undefined ? [] : [{ ...end, what: answer.what }]
    }),
  }))
  return { judgements: trials.flatMap(judge), coverage: trials.flatMap(cellsOf) }
}

/** What the schema says before any answer is seen; undefined where lint has already refused the mapping. */
export function verdictOf(
  { segments, field }: CompiledMapping,
  { response, responseType }: CompiledWebhook,
  pinned: AssumptionSet,
): MappingVerdict | undefined {
  if (segments === undefined || field === undefined || response?.schema === undefined) {
    return undefined
  }
  const isXml = responseType === 'XML'
  return mappingVerdict({ contract: response, segments, field, isXml, pinned })
}

function judge(trial: MappingTrial): readonly ResponseJudgement[] {
  const { mapping, tries } = trial
  if (tries.length === 0) return []
  if (tries.every(({ end }) => end === 'missing')) {
    return [{ check: 'mapping-resolves', failure: unresolved(mapping) }]
  }
  const wrong = firstOfEach(tries.filter((tried) => isMisfit(tried, trial)))
  const failures = wrong.map((tried) => misfit(mapping, tried))
  return [
    { check: 'mapping-resolves', failure: undefined },
    ...(failures.length === 0 ? [undefined] : failures).map((failure) => ({
      check: 'mapped-value-fits-field' as const,
      failure,
    })),
  ]
}

/** One of a wrong type, rather one that is surely not written, and one that is too long. */
function firstOfEach<T extends TriedMapping>(wrong: readonly T[]): readonly T[] {
  const ofType = wrong.filter((tried) => reasonOf(tried) === 'type')
  const tooLong = wrong.find((tried) => reasonOf(tried) === 'length')
  const type = ofType.find(({ result }) => result.status === 'not-written') ?? ofType[0]
  return [type, tooLong].filter((tried) => tried !== undefined)
}

function reasonOf({ result }: TriedMapping): Misfit['because'] {
  const isLength = result.status === 'unspecified' && result.assumption === 'mapping-overflow'
  return isLength ? 'length' : 'type'
}

/**
 * A value that is not written, or of which nobody knows. That a member may be absent, null or empty is
 * no misfit, and neither is a text of which the schema does not say how long it may be.
 */
function isMisfit({ end, result }: TriedMapping, { verdict }: MappingTrial): boolean {
  if (result.status === 'written' || end === 'missing') return false
  if (result.status === 'not-written') return !UNTOUCHED_REASONS.includes(result.reason)
  if (result.assumption === 'mapping-null') return false
  const isStated = verdict?.possibilities.some(({ characters }) => characters !== undefined)
  return result.assumption !== 'mapping-overflow' || isStated === true
}

function unresolved(mapping: CompiledMapping): Diagnostic {
  return {
    rule: 'mapping-resolves',
    severity: 'error',
    at: mapping.path.at,
    message: `"${mapping.path.value}" finds nothing in any answer that the response schema allows`,
    effect: `"${mapping.fieldName.value}" is never written`,
    help: 'correct the path, or let the response schema name the member',
  }
}

function misfit(mapping: CompiledMapping, tried: MappingTrial['tries'][number]): Diagnostic {
  const { result, what } = tried
  const assumption = result.status === 'unspecified' ? result.assumption : undefined
  const reason = result.status === 'written' ? '' : result.reason
  const occasion = `when the endpoint answers with ${what}`
  return {
    rule: 'mapped-value-fits-field',
    severity: 'error',
    at: mapping.field === undefined ? mapping.fieldName.at : mapping.path.at,
    message: `what "${mapping.path.value}" holds does not fit "${mapping.fieldName.value}": ${reason}`,
    effect:
      assumption === undefined
        ? `it is not written, and nothing says so, ${occasion}`
        : `no source says whether it is written ${occasion}`,
    related: [{ at: mapping.fieldName.at, message: 'the field' }],
    help:
      assumption === undefined
        ? 'map onto a field of that type, or agree another type with the endpoint'
        : `agree another type or length with the endpoint, or pin "${assumption}" with its evidence`,
    ...(assumption === undefined ? {} : { assumptions: [assumption] }),
    misfit: { field: mapping.fieldName.at, because: reasonOf(tried) },
  }
}

/** Every end that the schema allows, tried or not, and those that were met beside them. */
function cellsOf(trial: MappingTrial): readonly CoverageCell[] {
  const { mapping, verdict, tries } = trial
  const possible = verdict?.possibilities.map(({ end }) => end) ?? []
  const field = mapping.field?.displayName ?? mapping.fieldName.value
  return [...new Set([...possible, ...tries.map(({ end }) => end)])].sort().map((column) => {
    const tried = tries.filter(({ end }) => end === column)
    return {
      area: 'mappings',
      row: `${mapping.path.value} \u2192 ${field}`,
      column,
      tried: tried.length,
      failed: tried.filter((each) => isMisfit(each, trial)).length,
    }
  })
}
