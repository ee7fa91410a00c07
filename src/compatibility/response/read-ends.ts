import type { CompiledMapping } from '../../compile/compiled-program.ts'
import { pinnedValues } from '../../contract/pinned-values.ts'
import { parsePath, type PathSegment } from '../../marketo/response-types/parse-path.ts'
import { mappingVerdict } from '../../model/mapping-verdict.ts'
import { followPath, SILENCE } from '../../model/schema/follow-path.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import type { Revision } from '../revision.ts'
import { possibleEnd, type ReadEnd } from './read-end.ts'
import { answerCases, type AnswerScope } from './answer-cases.ts'

/** How reading a place of an answer may end. */
export interface ReadEnds {
  readonly ends: readonly ReadEnd[]
  /** Whether the schema leaves open what stands there. */
  readonly isOpen: boolean
  /** Why there may be more, or not all of these: what is not understood. */
  readonly unknown: readonly string[]
}

/** How a mapping may end, over all answers of a scope. */
export function mappingEnds(
  { compiled, webhook }: Revision,
  { segments, field }: CompiledMapping,
  scope: AnswerScope,
): ReadEnds {
  const { response, responseType } = webhook
  if (response === undefined || segments === undefined || field === undefined) {
    return { ends: [], isOpen: false, unknown: ['lint refuses the mapping'] }
  }
  const isXml = responseType === 'XML'
  const pinned = pinnedValues(compiled)
  return joinEnds(
    answerCases(response, webhook, scope).map((contract) => {
      const verdict = mappingVerdict({ contract, segments, field, isXml, pinned })
      return {
        ends: verdict.possibilities.map(possibleEnd),
        isOpen: verdict.unknown.some(isSilence),
        unknown: verdict.unknown.filter((reason) => !isSilence(reason)),
      }
    }),
  )
}

/** Whether the place that proves success may be absent, and which values may stand there. */
export interface SuccessReading {
  readonly segments: readonly PathSegment[]
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  /** Every value that may stand there; undefined where no list says. */
  readonly values: readonly unknown[] | undefined
  readonly isPossible: boolean
}

export function successReading({ webhook }: Revision): SuccessReading | undefined {
  const { response, success, responseType } = webhook
  const path = success === undefined ? undefined : parsePath(success.path.value)
  if (response === undefined || path?.status !== 'path') return undefined
  const { segments } = path
  const readings = answerCases(response, webhook, 'any').map((contract) =>
    followPath(contract, segments, responseType === 'XML'),
  )
  return {
    segments,
    missing: readings.flatMap(({ missing }) => missing),
    unknown: [...new Set(readings.flatMap(({ unknown }) => unknown))].filter(
      (reason) => !isSilence(reason),
    ),
    values: listedValues(readings.flatMap(({ shapes }) => shapes)),
    isPossible: answerCases(response, webhook, 'success').length > 0,
  }
}

/** Every value that may stand at a path; undefined where no list says. */
export function valuesAt(
  contract: ContractSchema,
  segments: readonly PathSegment[],
  isXml: boolean,
): readonly unknown[] | undefined {
  return listedValues(followPath(contract, segments, isXml).shapes)
}

function listedValues(
  shapes: readonly { readonly values: readonly unknown[] | undefined }[],
): readonly unknown[] | undefined {
  const values: unknown[] = []
  for (const shape of shapes) {
    if (shape.values === undefined) return undefined
    values.push(...shape.values)
  }
  return shapes.length === 0 ? undefined : values
}

function joinEnds(all: readonly ReadEnds[]): ReadEnds {
  return {
    ends: all.flatMap(({ ends }) => ends),
    isOpen: all.some(({ isOpen }) => isOpen),
    unknown: [...new Set(all.flatMap(({ unknown }) => unknown))],
  }
}

function isSilence(reason: string): boolean {
  return reason.startsWith(SILENCE)
}
