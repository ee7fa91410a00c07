import type { TemplatePart } from '../tokens/parse-template.ts'
import type { BodyFormatName } from './body-format.ts'
import { formMembers } from './form-members.ts'
import { jsonMembers } from './json-members.ts'
import type { TemplateMember } from './template-member.ts'
import { xmlMembers } from './xml-members.ts'

/** Reads every value of a template with its place; undefined where it is no such document, or has no places. */
export type ReadMembers = (parts: readonly TemplatePart[]) => readonly TemplateMember[] | undefined

/** Apart from the formats themselves, so that pages, which read no members, need not hold this. */
export const MEMBER_READERS: Readonly<Record<BodyFormatName, ReadMembers>> = {
  json: jsonMembers,
  form: formMembers,
  xml: xmlMembers,
  text: () => undefined,
}
