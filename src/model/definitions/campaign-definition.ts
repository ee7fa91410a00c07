import type { Located, LocatedText } from '../../base/located-text.ts'
import { nearest } from '../../base/nearest.ts'
import type { MappingNode, SourceNode } from '../../source/source-node.ts'
import type {
  Campaign,
  Choice,
  Constraint,
  Filter,
  FlowStep,
  Setting,
  Trigger,
} from '../campaign.ts'
import { listOf, mapOf, mapped, object, optional, required } from '../decode/collections.ts'
import { headOf, reportWrongType, type DecodeContext, type Decoder } from '../decode/decoder.ts'
import { boolean, looseText, scalar, text } from '../decode/scalars.ts'
import { marketoName } from './webhook-definition.ts'

const CONSTRAINT_SCHEMA = {
  anyOf: [
    looseText.schema,
    {
      type: 'object',
      additionalProperties: false,
      required: ['value'],
      properties: {
        operator: {
          type: 'string',
          description: 'The operator on the screen, for example "not contains".',
        },
        value: { ...scalar.schema, description: 'The value to compare with.' },
      },
    },
  ],
}

const constraintMap = object({
  operator: optional(text, 'The operator on the screen.'),
  value: required(scalar, 'The value to compare with.'),
})

/** A map with some known keys, whose further keys are constraints or settings by name. */
function openMap<T>(
  known: Readonly<
    Record<string, { readonly decoder: Decoder<unknown>; readonly description: string }>
  >,
  requiredKeys: readonly string[],
  rest: {
    readonly schema: unknown
    readonly make: (node: MappingNode, context: DecodeContext) => T | undefined
  },
): Decoder<T> {
  const properties = Object.fromEntries(
    Object.entries(known).map(([key, { decoder, description }]) => [
      key,
      { ...decoder.schema, description },
    ]),
  )
  return {
    schema: {
      type: 'object',
      required: requiredKeys,
      properties,
      additionalProperties: rest.schema,
    },
    decode: (node, context) => {
      if (node.kind === 'mapping') return rest.make(node, context)
      reportWrongType(node, 'a map', context)
      return undefined
    },
  }
}

function entryOf(node: MappingNode, key: string): SourceNode | undefined {
  return node.entries.find((entry) => entry.key.text.value === key)?.value
}

function requiredText(
  node: MappingNode,
  key: string,
  context: DecodeContext,
): LocatedText | undefined {
  const value = entryOf(node, key)
  if (value !== undefined) return text.decode(value, context)
  const keys = node.entries.map((entry) => entry.key.text.value)
  const meant = nearest(key, keys)
  context.report({
    rule: 'missing-key',
    severity: 'error',
    at: node.entries[0]?.key.at ?? headOf(node),
    message: `the key "${key}" is missing`,
    help:
      meant === undefined ? `add "${key}:" to this map` : `did you mean "${key}" by "${meant}"?`,
  })
  return undefined
}

function constraintsOf(
  node: MappingNode,
  known: readonly string[],
  context: DecodeContext,
): readonly Constraint[] {
  return node.entries.flatMap(({ key, value }) => {
    if (known.includes(key.text.value)) return []
    if (value.kind !== 'mapping') {
      const plain = scalar.decode(value, context)
      return plain === undefined ? [] : [{ name: key.text, operator: undefined, value: plain }]
    }
    const decoded = constraintMap.decode(value, context)?.values
    if (decoded?.value === undefined) return []
    return [{ name: key.text, operator: decoded.operator, value: decoded.value }]
  })
}

const triggerDefinition: Decoder<Omit<Trigger, 'id'>> = openMap(
  {
    trigger: {
      decoder: text,
      description: 'The name of the trigger on the screen, for example Data Value Changes.',
    },
  },
  ['trigger'],
  {
    schema: CONSTRAINT_SCHEMA,
    make: (node, context) => {
      const trigger = requiredText(node, 'trigger', context)
      if (trigger === undefined) return undefined
      return { at: node.at, trigger, constraints: constraintsOf(node, ['trigger'], context) }
    },
  },
)

const FILTER_KEYS = ['filter', 'operator', 'value']

const filterDefinition: Decoder<Omit<Filter, 'id'>> = openMap(
  {
    filter: { decoder: text, description: 'A field by its display name, or an activity filter.' },
    operator: {
      decoder: text,
      description: 'The operator on the screen, for example "greater than".',
    },
    value: { decoder: scalar, description: 'The value to compare with.' },
  },
  ['filter'],
  {
    schema: CONSTRAINT_SCHEMA,
    make: (node, context) => {
      const filter = requiredText(node, 'filter', context)
      if (filter === undefined) return undefined
      const operator = entryOf(node, 'operator')
      const value = entryOf(node, 'value')
      return {
        at: node.at,
        filter,
        operator: operator === undefined ? undefined : text.decode(operator, context),
        value: value === undefined ? undefined : scalar.decode(value, context),
        constraints: constraintsOf(node, FILTER_KEYS, context),
      }
    },
  },
)

const choiceDefinition: Decoder<Choice> = openMap(
  { when: { decoder: filterDefinition, description: 'The condition: a filter.' } },
  ['when'],
  {
    schema: looseText.schema,
    make: (node, context) => {
      const when = entryOf(node, 'when')
      const filter = when === undefined ? undefined : filterDefinition.decode(when, context)
      if (filter === undefined) {
        if (when === undefined) requiredText(node, 'when', context)
        return undefined
      }
      const id: LocatedText = { value: 'when', at: filter.at, pieces: [] }
      return { at: node.at, when: { id, ...filter }, settings: settingsOf(node, ['when'], context) }
    },
  },
)

const stepDefinition: Decoder<FlowStep> = openMap(
  {
    id: { decoder: text, description: 'A short name that never changes.' },
    step: {
      decoder: text,
      description: 'The name of the flow step on the screen, for example Call Webhook.',
    },
    choices: {
      decoder: listOf(choiceDefinition),
      description: "Add Choice, tried in order; the step's own settings are the default.",
    },
  },
  ['id', 'step'],
  {
    schema: looseText.schema,
    make: (node, context) => {
      const id = requiredText(node, 'id', context)
      const step = requiredText(node, 'step', context)
      if (id === undefined || step === undefined) return undefined
      const choices = entryOf(node, 'choices')
      return {
        id,
        at: node.at,
        step,
        settings: settingsOf(node, ['id', 'step', 'choices'], context),
        choices:
          choices === undefined ? [] : (listOf(choiceDefinition).decode(choices, context) ?? []),
      }
    },
  },
)

function settingsOf(
  node: MappingNode,
  known: readonly string[],
  context: DecodeContext,
): readonly Setting[] {
  return node.entries.flatMap(({ key, value }) => {
    if (known.includes(key.text.value)) return []
    const settingText = looseText.decode(value, context)
    const plain: Located<string | number | boolean> | undefined =
      value.kind === 'scalar' && value.value !== null
        ? { value: value.value, at: value.at }
        : undefined
    if (settingText === undefined || plain === undefined) return []
    return [{ name: key.text, value: plain, text: settingText }]
  })
}

const campaign = object({
  marketo: required(marketoName, "What Marketo's screen shows."),
  triggers: optional(mapOf(triggerDefinition), 'What starts it; several are joined by or.'),
  schedule: optional(
    text,
    'When it runs as a batch campaign; batch campaigns cannot call webhooks.',
  ),
  executable: optional(boolean, 'An executable campaign; it cannot call webhooks either.'),
  filters: optional(mapOf(filterDefinition), 'Who may enter.'),
  filterLogic: optional(
    text,
    'all (the default), any, or advanced logic such as "1 and (2 or 3)".',
  ),
  qualification: optional(
    text,
    "How often a person may run through it: only once (Marketo's default), every time, once every N days.",
  ),
  priority: optional(text, 'Low, Medium or High; webhook campaigns are low by default.'),
  flow: required(listOf(stepDefinition), 'What happens, from top to bottom.'),
})

export const campaignDefinition: Decoder<Omit<Campaign, 'id'>> = mapped(
  campaign,
  ({ at, values }) => {
    const name = values.marketo?.name
    if (name === undefined) return undefined
    return {
      at,
      name,
      triggers: (values.triggers ?? []).map(({ key, value }) => ({ id: key, ...value })),
      schedule: values.schedule,
      isExecutable: values.executable?.value === true,
      filters: (values.filters ?? []).map(({ key, value }) => ({ id: key, ...value })),
      filterLogic: values.filterLogic,
      qualification: values.qualification,
      priority: values.priority,
      flow: values.flow ?? [],
    }
  },
)
