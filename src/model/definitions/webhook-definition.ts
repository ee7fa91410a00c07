import type { LocatedText } from '../../base/located-text.ts'
import { REQUEST_METHODS } from '../../marketo/request-methods.ts'
import type { SourceNode } from '../../source/source-node.ts'
import {
  anyNode,
  listOf,
  mapOf,
  mapped,
  object,
  optional,
  required,
  scalarOr,
  type Keyed,
} from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { oneOf, scalar, text } from '../decode/scalars.ts'
import { latencyDefinition } from './latency-definition.ts'
import { purposeDefinition } from './purpose-definition.ts'
import type { Header, Idempotency, Mapping, SuccessCondition, Webhook } from '../webhook.ts'

export interface MarketoName {
  readonly name: LocatedText
  readonly description: LocatedText | undefined
}

export const marketoName: Decoder<MarketoName> = mapped(
  object({
    name: required(text, "The name on Marketo's screen."),
    description: optional(text, "The description on Marketo's screen."),
  }),
  ({ values: { name, description } }) => (name === undefined ? undefined : { name, description }),
)

const secretHeader = object({
  secret: required(text, 'The id of a secret of the project.'),
  format: required(text, 'The value of the header, with ${secret} where the secret goes.'),
})

const success: Decoder<SuccessCondition> = mapped(
  object({
    path: required(text, 'Where in the response it stands.'),
    equals: required(scalar, 'The value that proves success.'),
  }),
  ({ values: { path, equals } }) =>
    path === undefined || equals === undefined ? undefined : { path, equals },
)

const idempotency: Decoder<Idempotency> = mapped(
  object({
    key: required(
      listOf(text),
      'Members of the payload that tell a repeated call from a new fact.',
    ),
    note: optional(text, 'What a repeated call does at the endpoint.'),
  }),
  ({ values: { key, note } }) => ({ key: key ?? [], note }),
)

const schemaNode: Decoder<SourceNode> = {
  schema: { type: 'object' },
  decode: anyNode.decode,
}

const webhook = object({
  marketo: required(marketoName, "What Marketo's screen shows."),
  scope: optional(
    oneOf(['subscription', 'environment']),
    'subscription: all environments of a subscription share it. environment: each has its own.',
  ),
  url: required(
    text,
    'URL: tokens are resolved in it, and the rest is sent character by character as written. Never a secret. Source: Experience League, "Webhooks".',
  ),
  method: required(
    oneOf(REQUEST_METHODS),
    'Request Type: the HTTP method. Source: Experience League, "Webhooks".',
  ),
  tokenEncoding: optional(
    oneOf(['None', 'JSON', 'Form/Url']),
    'Request Token Encoding: what Marketo does to token values. JSON puts quotes around texts and escapes them, Form/Url percent-encodes, None leaves them as they are. Source: Experience League, "Webhooks"; Adobe Sales Qualifier documentation.',
  ),
  responseType: optional(
    oneOf(['JSON', 'XML', 'None']),
    'Response type: the format that response mappings read; it must be what the endpoint really answers. Source: Experience League, "Webhooks".',
  ),
  headers: optional(
    mapOf(scalarOr(text, secretHeader)),
    'Custom headers, set under Webhooks Actions > Set Custom Header; tokens are resolved in them. Marketo is not known to set a Content-Type by itself. Source: Experience League, "Webhooks".',
  ),
  template: optional(
    text,
    'Template (Payload Template): the body that shall reach the endpoint, with tokens. Source: Experience League, "Webhooks".',
  ),
  request: optional(
    schemaNode,
    'The JSON Schema of the body that the endpoint takes: {$ref: file}, or the schema itself.',
  ),
  response: optional(
    schemaNode,
    'The JSON Schema of the answer: {$ref: file}, or the schema itself.',
  ),
  success: optional(
    success,
    'What in a 2xx answer proves that the endpoint did its work: a 2xx alone may still carry a refusal.',
  ),
  mappings: optional(
    mapOf(text),
    'Response Mappings: Response Attribute, a path into the answer, to Marketo Field, a SOAP API name. Source: Experience League, "Response Mappings".',
  ),
  idempotency: optional(idempotency, 'What makes a repeated call harmless.'),
  latency: optional(
    latencyDefinition,
    'How long the endpoint takes, as measured: 80ms, or {p50: 80ms, p99: 900ms}. Nothing in Marketo changes by it: bursts are simulated with it (hookbook simulate burst).',
  ),
  purpose: optional(
    purposeDefinition,
    "What the personal data in it is sent for: one sentence, or one for each class (identifier, contact, free text, behavioural). The program's when not given.",
  ),
})

/** A webhook whose contract files have not been read yet. */
export interface WebhookDefinition extends Omit<Webhook, 'id' | 'at' | 'request' | 'response'> {
  readonly request: SourceNode | undefined
  readonly response: SourceNode | undefined
}

export const webhookDefinition: Decoder<WebhookDefinition> = mapped(webhook, ({ at, values }) => {
  const { url, method, marketo } = values
  if (url === undefined || method === undefined || marketo === undefined) return undefined
  return {
    name: marketo.name,
    description: marketo.description,
    scope: values.scope ?? { value: 'subscription', at },
    url,
    method,
    tokenEncoding: values.tokenEncoding,
    responseType: values.responseType,
    headers: (values.headers ?? []).flatMap(headerOf),
    template: values.template,
    request: values.request,
    response: values.response,
    success: values.success,
    mappings: (values.mappings ?? []).map(({ key, value }): Mapping => ({
      path: key,
      field: value,
    })),
    idempotency: values.idempotency,
    latency: values.latency,
    purpose: values.purpose,
  }
})

type HeaderValue = LocatedText | Exclude<ReturnType<typeof secretHeader.decode>, undefined>

function headerOf({ key, value }: Keyed<HeaderValue>): readonly Header[] {
  if ('value' in value) return [{ kind: 'text', name: key, value }]
  const { secret, format } = value.values
  if (secret === undefined || format === undefined) return []
  return [{ kind: 'secret', name: key, secret, format }]
}
