import { spanWithin } from '../../base/located-text.ts'
import { nearest } from '../../base/nearest.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { parsePath, type PathSegment } from '../../marketo/response-types/parse-path.ts'
import { followPath } from '../../model/schema/follow-path.ts'
import { rememberBySchema } from '../../model/schema/remember-by-schema.ts'
import type { ContractSchema, SuccessCondition, Webhook } from '../../model/webhook.ts'
import { schemaAt } from '../schema-at.ts'
import type { Rule } from '../rule.ts'

/** A proof that no answer can give makes a failure of every call. */
export const successIsPossible: Rule = {
  id: 'success-is-possible',
  severity: 'error',
  category: 'contract',
  summary: 'an answer that the response schema allows can prove success',
  why: `\`success\` names the member of the answer, and the value, that prove that the endpoint did its work.
A path that leads nowhere, or a value that the schema does not list, is never there: every test of every answer would fail, and a campaign that waits for it never starts.
With the Response type None nothing is read.
Source: Experience League, "Response Mappings" (paths), "Create a Webhook" (Response type).`,
  visit: {
    webhook(webhook) {
      const { success } = webhook
      return success === undefined ? undefined : impossible(success, webhook)
    },
  },
}

function impossible(success: SuccessCondition, webhook: Webhook): Finding | undefined {
  const { path } = success
  const type = webhook.responseType
  if (type?.value === 'None') {
    return {
      at: path.at,
      message: 'success is proven by a response that is not read',
      effect: 'no call is ever proven to have succeeded',
      setBy: [{ at: type.at, message: 'responseType: None' }],
      help: 'set "responseType: JSON" or "XML", or remove "success"',
    }
  }
  const reading = parsePath(path.value)
  if (reading.status === 'invalid') {
    return {
      at: spanWithin(path, reading.start, Math.max(reading.end, reading.start + 1)),
      message: reading.message,
      effect: 'no call is ever proven to have succeeded',
      help: 'write the path as in a mapping, such as "result.status" or "orders[0].state"',
    }
  }
  if (webhook.response === undefined) return undefined
  const { segments } = reading
  const place = readPlace(webhook.response, { segments, isXml: type?.value === 'XML' })
  const isNowhere = place.shapes.length === 0 && place.unknown.length === 0
  if (isNowhere || isUnlisted(segments, webhook.response)) {
    return {
      at: path.at,
      message: `the response schema has no place "${path.value}"`,
      effect: 'no answer can prove success',
      setBy: [{ at: webhook.response.at, message: 'the response schema' }],
      help: 'correct the path, or the schema',
    }
  }
  return unlisted(success, webhook)
}

interface Asked {
  readonly segments: readonly PathSegment[]
  readonly isXml: boolean
}

const readPlace = rememberBySchema((contract, { segments, isXml }: Asked) =>
  followPath(contract, segments, isXml),
)

/** A member beside those that the schema lists may be allowed, and yet nobody has agreed on it. */
function isUnlisted(segments: readonly PathSegment[], response: ContractSchema): boolean {
  const last = segments.at(-1)
  const holder = schemaAt(response, stepsOf(segments.slice(0, -1)))
  if (last?.kind !== 'member' || holder === undefined) return false
  const { properties } = holder
  if (typeof properties !== 'object' || properties === null) return false
  return (
    OPEN.every((keyword) => holder[keyword] === undefined) && !Object.hasOwn(properties, last.name)
  )
}

/** Keywords by which a schema says more of its members than it lists. */
const OPEN = ['allOf', 'anyOf', 'oneOf', 'if', 'patternProperties', 'dependentSchemas'] as const

function stepsOf(segments: readonly PathSegment[]): readonly (string | number)[] {
  return segments.map((part) => (part.kind === 'member' ? part.name : part.index))
}

/** Values are compared by their text, as the contract tests do. */
function unlisted({ path, equals }: SuccessCondition, { response }: Webhook): Finding | undefined {
  const reading = parsePath(path.value)
  if (reading.status === 'invalid' || response === undefined) return undefined
  const { const: constant, enum: listed } = schemaAt(response, stepsOf(reading.segments)) ?? {}
  const values = constant === undefined ? listed : [constant]
  if (!Array.isArray(values)) return undefined
  const texts = values.map(String)
  if (texts.includes(String(equals.value))) return undefined
  const meant = nearest(String(equals.value), texts)
  return {
    at: equals.at,
    message: `the response schema does not list "${String(equals.value)}" for "${path.value}"`,
    effect: 'no answer can prove success',
    setBy: [{ at: response.at, message: `it lists ${texts.join(', ')}` }],
    help: meant === undefined ? 'correct the value, or the schema' : `did you mean "${meant}"?`,
  }
}
