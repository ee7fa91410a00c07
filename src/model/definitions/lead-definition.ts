import type { LeadFixture } from '../lead-fixture.ts'
import { mapOf, mapped, object, required } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { scalarOrNull, text } from '../decode/scalars.ts'
import { headerKeys } from './header-keys.ts'

const lead = object({
  ...headerKeys('Lead'),
  summary: required(text, 'What is special about this lead, in one sentence.'),
  values: required(
    mapOf(mapOf(scalarOrNull)),
    'By namespace of tokens and name: {lead: {Email Address: jane@example.com}}. Invented people only.',
  ),
})

export const leadDefinition: Decoder<Pick<LeadFixture, 'summary' | 'values'>> = mapped(
  lead,
  ({ values }) => ({
    summary: values.summary?.value ?? '',
    values: Object.fromEntries(
      (values.values ?? []).flatMap(({ key: namespace, value }) =>
        value.map(({ key: name, value: held }) => [
          `${namespace.value}.${name.value}`.toLowerCase(),
          held.value,
        ]),
      ),
    ),
  }),
)
