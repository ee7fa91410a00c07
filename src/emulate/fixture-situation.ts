import type { SentWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Program } from '../model/program.ts'
import type { Situation } from './call.ts'

/** Every token that a webhook uses, once for each key, in the order of the dialog. */
export function tokensOf(webhook: SentWebhook): readonly TokenUse[] {
  const texts = [
    webhook.url,
    ...(webhook.template === undefined ? [] : [webhook.template]),
    ...webhook.headers.flatMap((header) => (header.kind === 'text' ? [header.value] : [])),
  ]
  const uses = texts.flatMap(({ parts }) => parts.filter((part) => part.kind === 'token'))
  return [...new Map(uses.toReversed().map((use) => [use.key, use])).values()].toReversed()
}

/**
 * What Marketo holds for the tokens of a webhook when it calls: the given values, the My Tokens of the
 * program, and for what is always set but not given, an invented value.
 */
export function fixtureSituation(
  webhook: SentWebhook,
  program: Program,
  values: Readonly<Record<string, TokenValue>>,
): Situation {
  const defined = new Map(
    (program.home?.tokens ?? []).map(({ name, type, value }) => [
      `my.${name.value}`.toLowerCase(),
      type.value === 'number' || type.value === 'score' ? numberOr(value.value) : value.value,
    ]),
  )
  return new Map(
    tokensOf(webhook).map(({ key, field }) => [
      key,
      values[key] ??
        defined.get(key) ??
        (field?.isAlwaysSet === true ? inventedValue(key, field) : null),
    ]),
  )
}

function numberOr(text: string): TokenValue {
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) : text
}

/** Values that stand in samples for what every call has. */
const INVENTED: Readonly<Record<string, TokenValue>> = {
  'lead.id': 1001,
  'campaign.id': 4001,
  'campaign.name': '01 Sample campaign',
  'program.id': 3001,
  'program.name': 'Sample program',
  'system.date': 'Nov 24, 2026',
  'system.time': '09:30 AM (GMT +0000)',
  'system.datetime': '2026-11-24 09:30:00',
  'system.munchkinid': '111-AAA-222',
  'trigger.trigger name': 'Person is Created',
}

function inventedValue(key: string, field: FieldDefinition): TokenValue {
  const known = INVENTED[key]
  if (known !== undefined) return known
  const { form, name } = fieldTypeNamed(field.type)
  if (form === 'number') return 1
  if (form === 'boolean') return false
  return name === 'date' || name === 'datetime' ? '2026-11-24 09:30:00' : 'sample'
}
