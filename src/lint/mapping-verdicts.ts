import { parsePath } from '../marketo/response-types/parse-path.ts'
import {
  mappingVerdict,
  type MappingQuestion,
  type MappingVerdict,
} from '../model/mapping-verdict.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import { mappedFields, type MappedField } from './mapped-fields.ts'

/** A mapping with what the response schema says of it. */
export interface JudgedMapping extends MappedField {
  readonly verdict: MappingVerdict
  readonly isXml: boolean
}

/** The mappings of a webhook of which its response schema can tell anything; nothing is pinned, as nothing is fuzzed. */
export function mappingVerdicts(
  webhook: Webhook,
  program: DefinedProgram,
): readonly JudgedMapping[] {
  const known = judged.get(webhook) ?? judgeMappings(webhook, program)
  judged.set(webhook, known)
  return known
}

/** Several rules ask; a webhook belongs to one program. */
const judged = new WeakMap<Webhook, readonly JudgedMapping[]>()

function judgeMappings(webhook: Webhook, program: DefinedProgram): readonly JudgedMapping[] {
  const { response: contract, responseType } = webhook
  if (contract?.schema === undefined) return []
  if (responseType?.value !== 'JSON' && responseType?.value !== 'XML') return []
  const isXml = responseType.value === 'XML'
  return mappedFields(webhook, program).flatMap((mapped) => {
    const path = parsePath(mapped.mapping.path.value)
    if (path.status !== 'path') return []
    const { segments } = path
    const verdict = verdictOf({ contract, segments, field: mapped.field, isXml, pinned: {} })
    return { ...mapped, verdict, isXml }
  })
}

/** Environments, and programs of the same endpoint, ask the same of the same schema. */
const verdicts = new WeakMap<object, Map<string, MappingVerdict>>()

function verdictOf(question: MappingQuestion): MappingVerdict {
  const { contract, segments, field, isXml } = question
  const { schema, path, referenced } = contract
  if (typeof schema !== 'object' || Object.keys(referenced).length > 0) {
    return mappingVerdict(question)
  }
  const known = verdicts.get(schema) ?? new Map<string, MappingVerdict>()
  verdicts.set(schema, known)
  const key = JSON.stringify([path, segments, field, isXml])
  const verdict = known.get(key) ?? mappingVerdict(question)
  known.set(key, verdict)
  return verdict
}
