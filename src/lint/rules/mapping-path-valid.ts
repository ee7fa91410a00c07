import { spanWithin } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { parsePath, type PathSegment } from '../../marketo/response-types/parse-path.ts'
import type { Mapping, Webhook } from '../../model/webhook.ts'
import type { Rule } from '../rule.ts'
import { schemaAt } from '../schema-at.ts'
import { editWithin, fixOf } from '../written-edit.ts'

/** A path that leads nowhere writes nothing, and Marketo says nothing. */
export const mappingPathValid: Rule = {
  id: 'mapping-path-valid',
  severity: 'error',
  category: 'response',
  summary: 'every response attribute is a path that Marketo can follow into the response',
  why: `A path names members by their keys and array members by their position: \`orders[0].orderDate\`.
Keys may hold letters, digits, dash, underscore, colon and white space.
A JSON path begins at the top level: there is no \`response.\` before it, as many tutorials have it.
An XML path begins with the root element.
Source: Experience League, "Response Mappings".`,
  visit: {
    mapping(mapping, { webhook }) {
      const reading = parsePath(mapping.path.value)
      if (reading.status === 'path') return misplaced(mapping, webhook, reading.segments)
      const end = Math.max(reading.end, Math.min(reading.start + 1, mapping.path.value.length))
      return {
        at: spanWithin(mapping.path, reading.start, end),
        message: reading.message,
        effect: 'the mapping finds nothing and writes nothing',
        help: 'letters, digits, "-", "_", ":" and spaces make a key; "." and "[0]" go deeper',
      }
    },
  },
}

function misplaced(
  mapping: Mapping,
  webhook: Webhook,
  segments: readonly PathSegment[],
): Finding | undefined {
  const [first, second] = segments
  if (first?.kind !== 'member') return undefined
  if (mayHold(webhook, first.name)) return undefined
  if (first.name === 'response' && second !== undefined && webhook.responseType?.value === 'JSON') {
    const rest = mapping.path.value.slice(second.start)
    return {
      at: spanWithin(mapping.path, first.start, second.start),
      message: 'the path begins with "response.", and the path of a JSON response does not',
      effect: 'the mapping finds nothing and writes nothing',
      help: `write "${rest}"`,
      ...fixOf('remove "response."', [
        editWithin(mapping.path, { start: first.start, end: second.start }, ''),
      ]),
    }
  }
  return webhook.responseType?.value === 'XML' ? withoutRoot(mapping, webhook, first) : undefined
}

/** Only a schema that lists its members can say that one is missing; without any schema the habit decides. */
function mayHold({ response }: Webhook, member: string): boolean {
  if (response === undefined) return false
  const properties = schemaAt(response, [])?.['properties']
  return properties === undefined || schemaAt(response, [member]) !== undefined
}

function withoutRoot(mapping: Mapping, webhook: Webhook, first: PathSegment): Finding | undefined {
  const properties = schemaAt(webhook.response, [])?.['properties']
  if (typeof properties !== 'object' || properties === null) return undefined
  const [root, ...others] = Object.keys(properties)
  if (root === undefined || others.length > 0) return undefined
  return {
    at: spanWithin(mapping.path, first.start, first.end),
    message: `the path does not begin with the root element "${root}"`,
    effect: 'the mapping finds nothing and writes nothing',
    help: `write "${root}.${mapping.path.value}"`,
    ...fixOf(`write "${root}." before it`, [
      editWithin(
        mapping.path,
        { start: first.start, end: first.end },
        `${root}.${mapping.path.value.slice(first.start, first.end)}`,
      ),
    ]),
  }
}
