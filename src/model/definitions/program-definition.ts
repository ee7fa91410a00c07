import type { Located, LocatedText } from '../../base/located-text.ts'
import { FIELD_TYPES } from '../../marketo/field-types/field-types.ts'
import { PERSONAL_CLASSES } from '../../marketo/fields/personal-class.ts'
import type { MyTokenType } from '../../marketo/tokens/token-kind.ts'
import { listOf, mapOf, mapped, object, optional, required } from '../decode/collections.ts'
import { reportWrongType, type Decoder } from '../decode/decoder.ts'
import { count, looseText, oneOf, scalar, scalarOrNull, text } from '../decode/scalars.ts'
import type { Campaign } from '../campaign.ts'
import type {
  CustomField,
  FieldState,
  Guarantee,
  LaunchPoint,
  MarketoProgram,
  Program,
} from '../program.ts'
import { campaignDefinition } from './campaign-definition.ts'
import { headerKeys } from './header-keys.ts'
import { alertsDefinition, assumptionsDefinition } from './project-definition.ts'
import { purposeDefinition } from './purpose-definition.ts'
import { reviewDefinition } from './review-definition.ts'
import { webhookDefinition, type WebhookDefinition } from './webhook-definition.ts'

const MY_TOKEN_TYPES: readonly MyTokenType[] = [
  'text',
  'number',
  'date',
  'rich text',
  'score',
  'sfdc campaign',
  'calendar file',
  'email script',
]

const customField = object({
  object: optional(
    oneOf(['person', 'company', 'program member']),
    'Whose field it is; person when not given.',
  ),
  rest: required(text, 'The REST API name, for example syncStatus.'),
  soap: optional(text, 'The SOAP API name, which response mappings use.'),
  type: required(oneOf(FIELD_TYPES.map(({ name }) => name)), "The field's type."),
  length: optional(count, 'The longest value, in characters.'),
  personal: optional(
    oneOf([...PERSONAL_CLASSES, 'none']),
    'What it tells of a person: identifier, contact, free text, behavioural, or none. By its type when not given.',
  ),
})

const myToken = object({
  type: required(oneOf(MY_TOKEN_TYPES), "The My Token's type."),
  value: required(looseText, 'Its value; never a secret.'),
})

const home = object({
  template: optional(text, 'The Marketo program that is cloned for each environment.'),
  folder: optional(text, 'Where the clone goes.'),
  tokens: optional(mapOf(myToken), "The program's My Tokens."),
})

const launchpoint = object({
  service: required(text, 'The name of the custom service.'),
  role: required(
    object({
      name: required(text, 'The name of the API-only role.'),
      permissions: required(
        listOf(text),
        'Permissions of the group Access API, as few as possible.',
      ),
    }),
    'The role of the API-only user.',
  ),
  user: required(text, 'The address of the API-only user; it need not receive mail.'),
})

const fieldState: Decoder<FieldState> = mapped(
  object({
    field: required(text, 'The display name of a field.'),
    is: required(scalar, 'Its value.'),
  }),
  ({ values: { field, is } }) =>
    field === undefined || is === undefined ? undefined : { field, is },
)

const neverGuarantee = object({
  never: required(fieldState, 'What must never be so.'),
  unless: required(fieldState, 'Except when this is so.'),
})

const guarantee: Decoder<Guarantee> = {
  schema: { anyOf: [text.schema, neverGuarantee.schema] },
  decode: (node, context) => {
    if (node.kind === 'sequence') {
      reportWrongType(node, 'a sentence or a map', context)
      return undefined
    }
    if (node.kind === 'scalar') {
      const sentence = text.decode(node, context)
      return sentence === undefined ? undefined : { kind: 'sentence', sentence }
    }
    const { never, unless } = neverGuarantee.decode(node, context)?.values ?? {}
    if (never === undefined || unless === undefined) return undefined
    return { kind: 'never', at: node.at, never, unless }
  },
}

const program = object({
  ...headerKeys('WebhookProgram'),
  id: required(text, 'A name that never changes; the name of the folder.'),
  title: required(text, 'What the program does, in a few words.'),
  summary: optional(text, 'What the program does, in one sentence.'),
  revision: required(count, 'Counts up with every change of meaning.'),
  environments: optional(
    listOf(text),
    'The environments that it is for; all of them when not given.',
  ),
  owner: optional(text, 'Who owns it.'),
  alerts: optional(alertsDefinition, 'Where failures are told.'),
  review: optional(reviewDefinition, 'How often the runbook is reviewed, and when it was last.'),
  purpose: optional(
    purposeDefinition,
    'What the personal data of all webhooks is sent for: one sentence, or one for each class (identifier, contact, free text, behavioural).',
  ),
  vars: optional(mapOf(scalarOrNull), 'Values for ${name}; null where an overlay must set one.'),
  overridable: optional(
    listOf(text),
    'What overlays may change, as paths such as campaigns.sync.filters.',
  ),
  fields: optional(mapOf(customField), 'Custom fields by display name.'),
  webhooks: required(mapOf(webhookDefinition), 'Webhooks by id.'),
  program: optional(home, 'The Marketo program that holds the campaigns.'),
  campaigns: optional(mapOf(campaignDefinition), 'Smart campaigns by id.'),
  launchpoint: optional(
    launchpoint,
    'What an endpoint needs that answers later, through the REST API.',
  ),
  assumptions: optional(
    assumptionsDefinition,
    'Assumptions settled for this program, with evidence.',
  ),
  guarantees: optional(listOf(guarantee), 'Promises that hold for every outcome of every call.'),
})

type ProgramValues = Exclude<ReturnType<typeof program.decode>, undefined>['values']

/** A program whose webhooks' contract files have not been read yet. */
export interface ProgramDefinition extends Omit<
  Program,
  'file' | 'environment' | 'subscription' | 'webhooks'
> {
  readonly webhooks: readonly (WebhookDefinition & Pick<Program['webhooks'][number], 'id' | 'at'>)[]
}

export const programDefinition: Decoder<ProgramDefinition> = mapped(program, ({ at, values }) => {
  const nothing: LocatedText = { value: '', at, pieces: [] }
  const revision: Located<number> = values.revision ?? { value: 1, at }
  return {
    id: values.id ?? nothing,
    at,
    title: values.title ?? nothing,
    summary: values.summary,
    revision,
    owner: values.owner,
    alerts: values.alerts ?? { email: undefined, escalation: undefined },
    review: values.review,
    purpose: values.purpose,
    fields: fieldsOf(values),
    webhooks: (values.webhooks ?? []).map(({ key, value, at: place }) => ({
      ...value,
      id: key,
      at: place,
    })),
    home: homeOf(values),
    campaigns: (values.campaigns ?? []).map(({ key, value }): Campaign => ({ id: key, ...value })),
    launchpoint: launchpointOf(values),
    guarantees: values.guarantees ?? [],
    pinnedAssumptions: values.assumptions ?? [],
  }
})

function fieldsOf({ fields }: ProgramValues): readonly CustomField[] {
  return (fields ?? []).flatMap(({ key, value, at }) => {
    const { rest, soap, type, length, personal, object: owner } = value.values
    if (rest === undefined || type === undefined) return []
    const field = { at, displayName: key, rest, soap, type, length, personal }
    return [{ ...field, object: owner ?? { value: 'person', at } }]
  })
}

function homeOf({ program: written }: ProgramValues): MarketoProgram | undefined {
  if (written === undefined) return undefined
  const { template, folder, tokens } = written.values
  return {
    template,
    folder,
    tokens: (tokens ?? []).flatMap(({ key, value: { values } }) =>
      values.type === undefined || values.value === undefined
        ? []
        : [{ name: key, type: values.type, value: values.value }],
    ),
  }
}

function launchpointOf({ launchpoint: written }: ProgramValues): LaunchPoint | undefined {
  if (written === undefined) return undefined
  const { service, role, user } = written.values
  const name = role?.values.name
  if (service === undefined || name === undefined || user === undefined) return undefined
  return {
    at: written.at,
    service,
    role: { name, permissions: role?.values.permissions ?? [] },
    user,
  }
}
