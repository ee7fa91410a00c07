import { hideInData } from '../base/hide-texts.ts'
import type {
  PlaygroundData,
  PlaygroundHeader,
  PlaygroundSchema,
  PlaygroundToken,
  PlaygroundWebhook,
} from '../browser/playground/playground-data.ts'
import type {
  CompiledHeader,
  CompiledProgram,
  CompiledWebhook,
  TokenUse,
} from '../compile/compiled-program.ts'
import { checkSubject } from '../contract/check-subject.ts'
import { fitPlain } from '../contract/fit-plain.ts'
import { leadSpace } from '../contract/lead-space.ts'
import { pinnedValues } from '../contract/pinned-values.ts'
import type { Situation } from '../emulate/call.ts'
import { fixtureSituation, tokensOf } from '../emulate/fixture-situation.ts'
import { usualAssumptions } from '../marketo/assumptions/assumptions.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import { standaloneSchema } from '../receiver/standalone-schema.ts'

export interface PlaygroundSource {
  readonly compiled: CompiledProgram
  /** The invented lead whose values the reader begins with. */
  readonly sample: LeadFixture | undefined
  /** Credentials that were typed into definitions: no page shows them. */
  readonly hidden: readonly string[]
  /** The parser of XML, for a page whose webhooks send any. */
  readonly xmlScript: string
}

/** The playground of a page: what it carries, and what must run before its script. */
export interface Playground {
  readonly data: PlaygroundData
  readonly script: string
}

export function makePlayground(source: PlaygroundSource): Playground {
  const { compiled, hidden, xmlScript } = source
  const made = compiled.webhooks.map((webhook) => {
    const schema = schemaOf(webhook, hidden)
    return { schema, data: webhookData(webhook, schema.status, source) }
  })
  const validators = made.flatMap(({ schema, data }) =>
    schema.status === 'judged' ? [`${scriptText(data.id)}:${schema.code}`] : [],
  )
  return {
    data: hideInData(
      { pinned: pinnedValues(compiled), webhooks: made.map(({ data }) => data) },
      hidden,
    ),
    script: [
      ...(made.some(({ data }) => data.bodyFormat === 'xml') ? [xmlScript] : []),
      `globalThis.hookbookValidators={${validators.join(',')}};`,
      '',
    ].join('\n'),
  }
}

type PageSchema =
  | { readonly status: Exclude<PlaygroundSchema, 'judged'> }
  | { readonly status: 'judged'; readonly code: string }

function schemaOf({ request }: CompiledWebhook, hidden: readonly string[]): PageSchema {
  if (request === undefined) return { status: 'none' }
  const made = standaloneSchema(hideInData(request, hidden))
  return made.status === 'made' ? { status: 'judged', code: made.code } : { status: 'not-judged' }
}

function scriptText(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c')
}

function webhookData(
  webhook: CompiledWebhook,
  schema: PlaygroundSchema,
  { compiled, sample }: PlaygroundSource,
): PlaygroundWebhook {
  const { id, name, method, encoding, bodyFormat, url, template } = webhook
  const written = template?.text.value
  return {
    id,
    name,
    method,
    encoding,
    bodyFormat,
    url: url.text.value,
    headers: webhook.headers.map(headerData),
    ...(written === undefined ? {} : { template: written }),
    tokens: tokenData(webhook, compiled, sample),
    schema,
  }
}

function headerData(header: CompiledHeader): PlaygroundHeader {
  return header.kind === 'secret'
    ? { name: header.name, secret: header.secret, format: header.format }
    : { name: header.name, value: header.value.text.value }
}

/** Unknown tokens show nothing, whatever is typed: they are left out. */
function tokenData(
  webhook: CompiledWebhook,
  { program }: CompiledProgram,
  sample: LeadFixture | undefined,
): readonly PlaygroundToken[] {
  const space = fitPlain(leadSpace(webhook, program), checkSubject(webhook), usualAssumptions())
  const varied = new Set(space.tokens.map(({ use }) => use.key))
  const example = fixtureSituation(webhook, program, sample?.values ?? {})
  return tokensOf(webhook).flatMap((use) =>
    tokenOf(use, { example, plain: space.plain, isVaried: varied.has(use.key) }),
  )
}

function tokenOf(
  { key, token, field }: TokenUse,
  {
    example,
    plain,
    isVaried,
  }: {
    readonly example: Situation
    readonly plain: Situation
    readonly isVaried: boolean
  },
): readonly PlaygroundToken[] {
  if (field === undefined) return []
  const { owner, type, length, isAlwaysSet } = field
  return [
    {
      key,
      label: `${token.namespace}.${token.name}`,
      field: { owner, type, isAlwaysSet, ...(length === undefined ? {} : { length }) },
      isVaried,
      example: example.get(key) ?? null,
      plain: plain.get(key) ?? null,
    },
  ]
}
