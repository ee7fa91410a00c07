import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import type { PlacedToken } from '../marketo/body-formats/body-format.ts'
import { PERSONAL_CLASSES, type PersonalClass } from '../marketo/fields/personal-class.ts'
import { CLASS_REASONS, personalClassOf } from '../marketo/fields/personal-data.ts'
import { findTokenField } from '../marketo/tokens/find-token-field.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import { tokenKey } from '../marketo/tokens/token-key.ts'
import { tokenContents } from '../model/available-fields.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Program } from '../model/program.ts'
import { cellCode, type Markdown } from './markdown.ts'
import { sampleRequest } from './sample-request.ts'
import { schemaRows, type SchemaRow } from './schema-rows.ts'

type Cell = string | Markdown

/** The cells that a member has on both sides. */
type SharedCells = Readonly<
  Record<'member' | 'type' | 'required' | 'limits' | 'allowed' | 'meaning', Cell>
>
type RequestCells = SharedCells & Readonly<Record<'token' | 'personal' | 'example', Cell>>
type AnswerCells = SharedCells & { readonly field: Cell }

export interface RequestRow {
  readonly personal: PersonalClass | undefined
  readonly view: RequestCells
}

/** Each member of the payload: what the schema asks for, and what the template puts there. */
export function requestRows(
  webhook: CompiledWebhook,
  program: Program,
  sample: LeadFixture | undefined,
): readonly RequestRow[] {
  const format = bodyFormatNamed(webhook.bodyFormat)
  const placed = format.readTemplate(parseTemplate(webhook.template?.text.value ?? '')).tokens
  const body = sampleRequest(webhook, program, sample)?.body
  const reading = body === undefined ? undefined : format.readBody(body)
  const value = reading?.status === 'read' ? reading.value : undefined
  return schemaRows(webhook.request).map((row) => {
    const token = placed.find(({ path }) => path?.join('.') === row.path.join('.'))
    const personal = token === undefined ? undefined : classOf(token, program)
    return { personal, view: rowView(row, token, personal, exampleAt(value, row.path)) }
  })
}

function rowView(
  row: SchemaRow,
  token: PlacedToken | undefined,
  personal: PersonalClass | undefined,
  example: string | undefined,
): RequestCells {
  return {
    ...sharedCells(row),
    token: token === undefined ? 'fixed text' : cellCode(token.token.raw),
    personal: personal ?? '',
    example: example === undefined ? '' : cellCode(example),
  }
}

function classOf({ token }: PlacedToken, program: Program): PersonalClass | undefined {
  return personalClassOf(tokenKey(token), findTokenField(token, tokenContents(program)).field)
}

/** The classes that are sent, each with the reason why it matters and what it is sent for. */
export function classRows(
  rows: readonly RequestRow[],
  purpose: (name: PersonalClass) => string,
): readonly { readonly name: string; readonly reason: string; readonly sentFor: string }[] {
  return PERSONAL_CLASSES.filter((name) => rows.some(({ personal }) => personal === name)).map(
    (name) => ({ name, reason: CLASS_REASONS[name], sentFor: purpose(name) }),
  )
}

function exampleAt(value: unknown, path: readonly string[]): string | undefined {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = new Map(Object.entries(current)).get(key)
  }
  return typeof current === 'object' || current === undefined ? undefined : JSON.stringify(current)
}

/** Each member of the answer, with the field that it is written to. */
export function answerRows(webhook: CompiledWebhook): readonly AnswerCells[] {
  return schemaRows(webhook.response).map((row) => {
    const mapping = webhook.mappings.find(({ path }) => path.value === row.member)
    return {
      ...sharedCells(row),
      field: mapping === undefined ? '' : cellCode(mapping.fieldName.value),
    }
  })
}

function sharedCells({
  member,
  type,
  isRequired,
  limits,
  allowed,
  meaning,
}: SchemaRow): SharedCells {
  return {
    member: cellCode(member),
    type,
    required: isRequired ? 'yes' : 'no',
    limits,
    allowed: allowed === '' ? '' : cellCode(allowed),
    meaning,
  }
}
