import type { CustomField } from '../../model/program.ts'
import type { Consequence, Draft } from '../change.ts'
import type { ProgramPair } from '../comparison.ts'
import { additive, endpointFirst, marketoFirst, NOTHING_FOLLOWS, retyped } from '../consequence.ts'
import { differenceOf, type Difference } from '../difference.ts'
import { otherDifferences } from '../other-keys.ts'
import { matchItems } from '../match-items.ts'

/** What differs in the custom fields: Marketo knows them by their REST name. */
export function compareFields(pair: ProgramPair): readonly Draft[] {
  const { kept, added, removed } = matchItems(
    pair.base.compiled.program.fields,
    pair.head.compiled.program.fields,
    [({ rest }) => rest.value, ({ displayName }) => displayName.value],
  )
  return [
    ...kept.flatMap(([from, to]) => compareField(pair, from, to)),
    ...added.map((field) => wholeField(field, 'added')),
    ...removed.map((field) => wholeField(field, 'removed')),
  ]
}

function wholeField(field: CustomField, motion: 'added' | 'removed'): Draft {
  const isAdded = motion === 'added'
  return {
    ...about(field, motion),
    kind: 'field',
    motion,
    what: `custom field ${field.displayName.value}`,
    before: isAdded ? undefined : fieldWords(field),
    after: isAdded ? fieldWords(field) : undefined,
    at: isAdded ? field.displayName.at : undefined,
    wasAt: isAdded ? undefined : field.displayName.at,
    ...(isAdded
      ? additive('it must be there before a token, a mapping or a campaign uses it', ['api'])
      : retyped('human', 'a field cannot be deleted: it is hidden where nothing else uses it')),
  }
}

function fieldWords({ type, length, rest }: CustomField): string {
  const size = length === undefined ? '' : `, ${length.value} characters`
  return `${type.value}${size} (${rest.value})`
}

/** The parts of a field that have words of their own. */
const TOLD: readonly (keyof CustomField)[] = [
  'at',
  'displayName',
  'object',
  'rest',
  'soap',
  'type',
  'length',
]

function compareField(pair: ProgramPair, from: CustomField, to: CustomField): readonly Draft[] {
  const draft = (
    part: string,
    what: string,
    difference: Difference | undefined,
    consequence: Consequence,
  ): readonly Draft[] =>
    difference === undefined
      ? []
      : [
          {
            ...about(to, part),
            kind: 'field',
            what: `${what} of the field ${to.displayName.value}`,
            ...difference,
            ...consequence,
          },
        ]
  const renamed = differenceOf(from.displayName, to.displayName)
  return [
    ...draft(
      'name',
      'display name',
      renamed === undefined ? undefined : { ...renamed, motion: 'renamed' },
      retyped('human', 'tokens and campaigns name the field so'),
    ),
    ...draft(
      'rest',
      'REST name',
      differenceOf(from.rest, to.rest),
      retyped('human', 'a name cannot be changed: it is another field, or it was written wrong'),
    ),
    ...draft(
      'soap',
      'SOAP name',
      differenceOf(from.soap, to.soap),
      retyped('human', 'response mappings name the field so'),
    ),
    ...draft('object', 'object', differenceOf(from.object, to.object), CHANGED_TYPE),
    ...draft('type', 'type', differenceOf(from.type, to.type), CHANGED_TYPE),
    ...otherDifferences(from, to, TOLD).flatMap(({ key, ...difference }) =>
      draft(key, key, difference, NOTHING_FOLLOWS),
    ),
    ...draft(
      'length',
      'length',
      differenceOf(from.length, to.length),
      lengthFollows(pair, from, to),
    ),
  ]
}

/** Source: Adobe, REST lead fields: dataType, name and length cannot be changed by the API. */
const CHANGED_TYPE = endpointFirst('what is written into it must fit the new type', ['human'])

function lengthFollows({ head }: ProgramPair, from: CustomField, to: CustomField): Consequence {
  const [before, after] = [from.length?.value ?? Infinity, to.length?.value ?? Infinity]
  if (after >= before) return additive('longer values fit')
  const writers = head.compiled.program.webhooks.flatMap(({ mappings }) =>
    mappings.filter(({ field }) => field.value === to.soap?.value).map(({ path }) => path.value),
  )
  return writers.length === 0
    ? marketoFirst('longer values fit no longer', ['human'])
    : endpointFirst(`the endpoint's ${writers.join(', ')} must fit before the field is shorter`)
}

function about({ rest }: CustomField, part: string): Pick<Draft, 'id' | 'subject' | 'steps'> {
  return {
    id: `field.${rest.value}.${part}`,
    subject: { kind: 'program' },
    steps: part === 'removed' ? [] : [`field.${rest.value}`],
  }
}
