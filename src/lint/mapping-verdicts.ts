import { parsePath } from '../marketo/response-types/parse-path.ts'
import { mappingVerdict, type MappingVerdict } from '../model/mapping-verdict.ts'
import type { Program } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import { mappedFields, type MappedField } from './mapped-fields.ts'

/** A mapping with what the response schema says of it. */
export interface JudgedMapping extends MappedField {
  readonly verdict: MappingVerdict
  readonly isXml: boolean
}

/** The mappings of a webhook of which its response schema can tell anything; nothing is pinned, as nothing is fuzzed. */
export function mappingVerdicts(webhook: Webhook, program: Program): readonly JudgedMapping[] {
  const { response: contract, responseType } = webhook
  if (contract?.schema === undefined) return []
  if (responseType?.value !== 'JSON' && responseType?.value !== 'XML') return []
  const isXml = responseType.value === 'XML'
  return mappedFields(webhook, program).flatMap((mapped) => {
    const path = parsePath(mapped.mapping.path.value)
    if (path.status !== 'path') return []
    const { segments } = path
    const verdict = mappingVerdict({ contract, segments, field: mapped.field, isXml, pinned: {} })
    return { ...mapped, verdict, isXml }
  })
}
