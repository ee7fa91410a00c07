import { rememberFor } from '../base/remember-for.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import {
  mappingVerdict,
  type MappingQuestion,
  type MappingVerdict,
} from '../model/mapping-verdict.ts'
import type { DefinedProgram } from '../model/program.ts'
import { rememberBySchema } from '../model/schema/remember-by-schema.ts'
import type { Webhook } from '../model/webhook.ts'
import { mappedFields, type MappedField } from './mapped-fields.ts'

/** A mapping with what the response schema says of it. */
export interface JudgedMapping extends MappedField {
  readonly verdict: MappingVerdict
  readonly isXml: boolean
}

/** The mappings of a webhook of which its response schema can tell anything; nothing is pinned, as nothing is fuzzed. */
export const mappingVerdicts: typeof judgeMappings = rememberFor(judgeMappings)

function judgeMappings(webhook: Webhook, program: DefinedProgram): readonly JudgedMapping[] {
  const { response: contract, responseType } = webhook
  if (contract?.schema === undefined) return []
  if (responseType?.value !== 'JSON' && responseType?.value !== 'XML') return []
  const isXml = responseType.value === 'XML'
  return mappedFields(webhook, program).flatMap((mapped) => {
    const path = parsePath(mapped.mapping.path.value)
    if (path.status !== 'path') return []
    const { type, length } = mapped.field
    const asked = { segments: path.segments, field: { type, length }, isXml }
    const verdict = verdictOf(contract, asked)
    return { ...mapped, verdict, isXml }
  })
}

type Asked = Pick<MappingQuestion, 'segments' | 'field' | 'isXml'>

const verdictOf = rememberBySchema((contract, asked: Asked) =>
  mappingVerdict({ ...asked, contract, pinned: {} }),
)
