import { writeYaml, type YamlData, type YamlMap, type YamlNote } from '../source/write-yaml.ts'
import type { DefinedHeader } from './take-secrets.ts'

/** What is known of a webhook after import. */
export interface ImportedWebhook {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly method: string
  readonly tokenEncoding: string | undefined
  readonly responseType: string | undefined
  readonly headers: readonly DefinedHeader[]
  readonly template: string | undefined
  readonly request: YamlMap | undefined
  readonly response: YamlMap | undefined
  readonly mappings: Readonly<Record<string, string>>
  /** Remarks above a key of the webhook. */
  readonly notes: Readonly<Record<string, string>>
}

/** A `${` that was seen, and is not the name of a variable. */
const DOLLAR = 'dollar'

/** The first definition: one webhook, and nothing that the request did not show. */
export function writeProgram(webhook: ImportedWebhook): string {
  const { id, title, notes } = webhook
  const escaped = escapeVariables(webhookData(webhook))
  const holdsDollar = JSON.stringify(escaped).includes(`\${${DOLLAR}}`)
  return writeYaml(
    {
      apiVersion: 'hookbook/v1',
      kind: 'WebhookProgram',
      id,
      title,
      revision: 1,
      ...(holdsDollar ? { vars: { [DOLLAR]: '$' } } : {}),
      webhooks: { [id]: escaped },
    },
    Object.entries(notes).map(([key, text]): YamlNote => ({ path: ['webhooks', id, key], text })),
  )
}

function webhookData(webhook: ImportedWebhook): YamlMap {
  const { id, title, headers, mappings, tokenEncoding, responseType } = webhook
  const { url, method, template, request, response } = webhook
  return {
    marketo: { name: title, description: `Managed in git: programs/${id}` },
    url,
    method,
    tokenEncoding,
    responseType,
    headers:
      headers.length === 0
        ? undefined
        : Object.fromEntries(headers.map((header) => [header.name, headerData(header)])),
    template,
    request,
    response,
    mappings: Object.keys(mappings).length === 0 ? undefined : mappings,
  }
}

function headerData(header: DefinedHeader): YamlData {
  return header.kind === 'text' ? header.value : { secret: header.secret, format: header.format }
}

/** Texts with `${` in them would be read as variables; only the format of a secret header is one. */
function escapeVariables(data: YamlMap): YamlMap {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      value === undefined || isSecretFormat(key, data) ? value : escapeIn(value),
    ]),
  )
}

function isSecretFormat(key: string, owner: YamlMap): boolean {
  return key === 'format' && owner['secret'] !== undefined
}

function escapeIn(value: YamlData): YamlData {
  if (typeof value === 'string') return value.replaceAll('${', () => `\${${DOLLAR}}{`)
  if (Array.isArray(value)) return value.map((item: YamlData) => escapeIn(item))
  // Neither text nor list: what has members is a map.
  return typeof value === 'object' && value !== null ? escapeVariables(value as YamlMap) : value
}
