import type { CompiledMapping } from '../../compile/compiled-program.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { followPath } from '../../model/schema/follow-path.ts'
import type { Consequence, Draft } from '../change.ts'
import type { WebhookPair } from '../comparison.ts'
import { additive, endpointFirst, marketoFirst, retyped } from '../consequence.ts'
import { differenceOf } from '../difference.ts'
import { matchItems } from '../match-items.ts'
import { about } from './about.ts'

/** What differs in the response mappings: what is read, and which field is written. */
export function compareMappings(pair: WebhookPair): readonly Draft[] {
  const { kept, added, removed } = matchItems(
    pair.base.compiled.mappings,
    pair.head.compiled.mappings,
    [({ path }) => path.value, ({ fieldName }) => fieldName.value],
  )
  return [
    ...kept.flatMap(([from, to]) => compareMapping(pair, from, to)),
    ...added.map((mapping) => ({
      ...draftOf(pair, mapping, undefined, mapping),
      ...addedFollows(pair, mapping),
    })),
    ...removed.map((mapping) => ({
      ...draftOf(pair, mapping, mapping, undefined),
      ...removedFollows(pair, mapping),
    })),
  ]
}

function compareMapping(
  pair: WebhookPair,
  from: CompiledMapping,
  to: CompiledMapping,
): readonly Draft[] {
  if (from.path.value !== to.path.value) {
    const draft = draftOf(pair, to, from, to)
    return [
      {
        ...draft,
        what: `Response Attribute that is written to ${to.fieldName.value}`,
        ...differenceOf(from.path, to.path),
        motion: 'renamed',
        ...pathFollows(pair, to),
      },
    ]
  }
  if (from.fieldName.value === to.fieldName.value) return []
  return [{ ...draftOf(pair, to, from, to), ...fieldFollows(from.field, to.field) }]
}

function draftOf(
  { id }: WebhookPair,
  { path }: CompiledMapping,
  from: CompiledMapping | undefined,
  to: CompiledMapping | undefined,
): Draft {
  return {
    ...about(id, `mapping.${path.value}`, 'mappings'),
    kind: 'mapping',
    what: `mapping of ${path.value}`,
    motion: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed',
    before: from?.fieldName.value,
    after: to?.fieldName.value,
    at: to?.path.at,
    wasAt: from?.path.at,
    ...retyped('human'),
  }
}

function addedFollows({ base }: WebhookPair, { segments }: CompiledMapping): Consequence {
  return isAnswered(base, segments)
    ? additive('the response contract of before holds it already')
    : additive(
        'the endpoint must answer with it before there is something to write',
        ['receiver', 'human'],
        'endpoint-first',
      )
}

function removedFollows(
  { head }: WebhookPair,
  { segments, fieldName }: CompiledMapping,
): Consequence {
  return isAnswered(head, segments)
    ? marketoFirst(`${fieldName.value} is not written any more: whoever reads it must be ready`, [
        'human',
      ])
    : marketoFirst('the mapping must be gone before the endpoint leaves it out')
}

function pathFollows({ base }: WebhookPair, { segments }: CompiledMapping): Consequence {
  return isAnswered(base, segments)
    ? additive('the response contract of before holds it already')
    : endpointFirst('the endpoint must answer with it before the mapping reads it')
}

function fieldFollows(
  from: FieldDefinition | undefined,
  to: FieldDefinition | undefined,
): Consequence {
  const [before, after] = [from?.length, to?.length]
  if (after !== undefined && (before === undefined || after < before)) {
    const held = before === undefined ? 'before there was no limit' : `before it was ${before}`
    return endpointFirst(`the field holds ${after} characters, ${held}`)
  }
  if (from !== undefined && to !== undefined && from.type !== to.type) {
    return endpointFirst(`the field is of the type ${to.type}, before it was ${from.type}`)
  }
  return marketoFirst('the old field is not written any more: whoever reads it must be ready', [
    'human',
  ])
}

/** Whether the response contract has something in this place; without a contract nobody knows. */
function isAnswered(
  { compiled }: WebhookPair['base'],
  segments: CompiledMapping['segments'],
): boolean {
  if (compiled.response?.schema === undefined || segments === undefined) return false
  const isXml = compiled.responseType === 'XML'
  const { shapes, unknown } = followPath(compiled.response, segments, isXml)
  return shapes.length > 0 && unknown.length === 0
}
