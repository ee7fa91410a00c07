import type { Finding } from '../../diagnostic/finding.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { Possibility } from '../../model/mapping-verdict.ts'
import { aOrAn } from '../../model/schema/follow-path.ts'
import type { Webhook } from '../../model/webhook.ts'
import { mappingVerdicts, type JudgedMapping } from '../mapping-verdicts.ts'
import type { Rule } from '../rule.ts'

/** A value that does not fit is not written, and Marketo says nothing. */
export const mappingTypeFits: Rule = {
  id: 'mapping-type-fits',
  severity: 'error',
  category: 'response',
  summary: 'what the response may hold fits the field that it is mapped onto',
  why: `A value of a type that the field does not take is not written; the documented case is a string for an integer field.
What happens to a value that is too long is not documented: it may be cut or not be written.
Source: Experience League, "Response Mappings", "Field types".`,
  visit: {
    *webhook(webhook, { program }) {
      for (const judged of mappingVerdicts(webhook, program)) {
        const findings = [typeMisfit(judged, webhook), tooLong(judged)]
        yield* findings.filter((finding) => finding !== undefined)
      }
    },
  },
}

function typeMisfit(judged: JudgedMapping, { response }: Webhook): Finding | undefined {
  const { mapping, field, verdict } = judged
  const misfit = verdict.possibilities.find((possibility) => isMisfit(possibility, judged))
  if (misfit?.type === undefined) return undefined
  return {
    at: mapping.field.at,
    message: `the response may hold ${aOrAn(misfit.type)}, and "${field.displayName}" is ${aOrAn(fieldTypeNamed(field.type).title)} field`,
    effect: 'the value is not written, and nothing says so',
    ...(response === undefined
      ? {}
      : { setBy: [{ at: response.at, message: 'the response schema' }] }),
    help: 'map onto a field of that type, or agree another type with the endpoint',
    misfit: { field: mapping.field.at, because: 'type' },
  }
}

/** Every value in XML is a text, and whether a text is a date is for the endpoint to know: neither says enough. */
function isMisfit({ end, type }: Possibility, { field, isXml }: JudgedMapping): boolean {
  if (end !== 'not-written') return false
  const isDate = field.type === 'date' || field.type === 'datetime'
  return type !== 'string' || !(isXml || isDate)
}

function tooLong({ mapping, field, verdict }: JudgedMapping): Finding | undefined {
  const { maxLength, maxBytes } = fieldTypeNamed(field.type)
  const limit = field.length ?? maxLength ?? maxBytes
  const longest = verdict.possibilities.find(({ characters }) => characters !== undefined)
  if (limit === undefined || longest?.characters === undefined) return undefined
  return {
    at: mapping.field.at,
    message: `the response may hold ${longest.characters} characters, and "${field.displayName}" takes ${limit}${maxBytes === undefined ? '' : ' bytes'}`,
    effect: 'a longer value may be cut or not be written: no source says which',
    assumptions: ['mapping-overflow: truncated', 'mapping-overflow: not-written'],
    help: `agree "maxLength": ${limit} with the endpoint, or map onto a longer field`,
    misfit: { field: mapping.field.at, because: 'length' },
  }
}
