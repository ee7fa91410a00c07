import type { Definition } from '../test-text.ts'

/** Where a token can stand; `§` is the token. */
const JSON_PLACES = [
  '{"a":§,"b":"c"}',
  '["x",§]',
  '§',
  '{"a":1§}',
  '{"a":"§","b":"c"}',
  '{"a":"Dear §!","b":"c"}',
  '{"a":"\\u00e9\\\\§"}',
  '{"§":1,"b":"c"}',
  '{§:1,"b":"c"}',
]
const FORM_PLACES = ['a=§&b=c', 'a=Dear+§', 'b=c&a=%41§', '§=1&b=c']
const XML_PLACES = [
  '<r><a>§</a><b>c</b></r>',
  '<r><a>Dear §!</a></r>',
  '<r><a>§<b>c</b></a></r>',
  '<r><a><![CDATA[§]]></a></r>',
  '<r><a b="§"/></r>',
  "<r><a b='Dear §'/></r>",
  '<r><!-- § --><a>1</a></r>',
  '<r><a§>1</a§></r>',
  '<r><a §="1"/></r>',
]
const URLS = [
  'https://§.example.com/a',
  'https://example.com:§/a',
  'https://§:x@example.com/a',
  'https://x:§@example.com/a',
  'https://example.com/a/§/b',
  'https://example.com/a/§',
  'https://example.com/a-§.json',
  'https://example.com/?q=§&r=1',
  'https://example.com/?q=Dear §',
  'https://example.com/?§=1',
  'https://example.com/?q=§#f',
  'https://example.com/a#§',
]
const HEADERS = ['§', 'Dear §!']

/** Tokens of every form, with defaults that fit and some that do not. */
const TOKENS = [
  '{{lead.First Name}}',
  '{{lead.First Name:default=none}}',
  '{{lead.First Name:default=Jack & "Jill"}}',
  '{{lead.Email Address}}',
  '{{lead.Id}}',
  '{{lead.Lead Score}}',
  '{{lead.Lead Score:default=0}}',
  '{{lead.Lead Score:default=n/a}}',
  '{{company.Annual Revenue}}',
  '{{lead.Is Customer}}',
  '{{lead.Is Customer:default=false}}',
  '{{lead.Date of Birth}}',
  '{{lead.Created At}}',
  '{{my.Plain}}',
  '{{my.Hostile}}',
  '{{program.name}}',
  '{{campaign.id}}',
  '{{system.dateTime}}',
  '{{lead.No Such Field}}',
]

/** What a project can have settled: nothing, the likeliest, the least likely. */
const PINNED: readonly Readonly<Record<string, string>>[] = [
  {},
  {
    'boolean-under-json': 'bare',
    'default-encoding': 'as-value',
    'empty-number-under-json': 'empty-string',
    'encoding-in-headers': 'not-applied',
    'encoding-in-url': 'applied',
    'form-space': 'percent',
    'html-encoding': 'off',
    'line-breaks': 'to-spaces',
  },
  {
    'boolean-under-json': 'quoted',
    'default-encoding': 'raw',
    'empty-number-under-json': 'nothing',
    'encoding-in-headers': 'applied',
    'encoding-in-url': 'not-applied',
    'html-encoding': 'on',
    'line-breaks': 'kept',
    astral: 'truncated',
  },
]

export type NamedDefinition = readonly [name: string, definition: Definition]

/** Every token at every place under every encoding; what is pinned takes turns. */
export function everyDefinition(): readonly NamedDefinition[] {
  const base = { schema: true, myTokens: { Plain: 'plain', Hostile: '"<&/%41\\' } }
  const places: readonly Pick<Definition, 'template' | 'contentType' | 'url' | 'headers'>[] = [
    ...JSON_PLACES.map((template) => ({ template, contentType: 'application/json' })),
    ...FORM_PLACES.map((template) => ({
      template,
      contentType: 'application/x-www-form-urlencoded',
    })),
    ...XML_PLACES.map((template) => ({ template, contentType: 'application/xml' })),
    { template: '§', contentType: 'text/plain' },
    ...URLS.map((url) => ({ template: undefined, contentType: 'text/plain', url })),
    ...HEADERS.map((value) => ({
      template: undefined,
      contentType: 'text/plain',
      headers: { 'X-A': value },
    })),
  ]
  const combinations = places.flatMap((place) =>
    (['None', 'JSON', 'Form/Url'] as const).flatMap((encoding) =>
      TOKENS.map((token) => ({ place, encoding, token })),
    ),
  )
  return combinations.map(({ place, encoding, token }, nth) => {
    const pinned = PINNED[nth % PINNED.length] ?? {}
    const put = (text: string): string => text.replace(/§/g, () => token)
    const definition: Definition = {
      ...base,
      encoding,
      contentType: place.contentType,
      template: place.template === undefined ? undefined : put(place.template),
      ...(place.url === undefined ? {} : { url: put(place.url), method: 'GET' }),
      ...(place.headers === undefined
        ? {}
        : { headers: { 'X-A': put(place.headers['X-A'] ?? '') } }),
      pinned,
    }
    const where = place.template ?? place.url ?? `X-A: ${place.headers?.['X-A'] ?? ''}`
    const settled = ['nothing pinned', 'the likeliest pinned', 'the unlikely pinned']
    return [`${encoding} ${put(where)}, ${settled[nth % settled.length] ?? ''}`, definition]
  })
}
