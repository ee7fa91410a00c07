import { expect, test } from 'vitest'
import { withValues } from '../../../src/contract/lead-space.ts'
import { NAUGHTY_STRINGS } from '../../support/naughty-strings.ts'
import { compileText, type Definition } from '../test-text.ts'
import { proveWebhook } from '../../../src/contract/proof/prove-webhook.ts'
import { brokenBy, courtOf } from './judge-tokens.ts'

const JSON_BODY: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"a": {{lead.First Name}}, "b": "c"}',
  schema: true,
}

const FORM_BODY: Definition = {
  encoding: 'Form/Url',
  contentType: 'application/x-www-form-urlencoded',
  template: 'a={{lead.First Name}}&b=c',
  schema: true,
}

const URL_ONLY: Definition = {
  ...FORM_BODY,
  template: undefined,
  method: 'GET',
  pinned: { 'encoding-in-url': 'applied', 'form-space': 'percent' },
}

const PROVEN: readonly (readonly [name: string, definition: Definition])[] = [
  ['a JSON value', JSON_BODY],
  ['a form value', FORM_BODY],
  ['a part of a form value', { ...FORM_BODY, template: 'a=Dear+{{lead.First Name}}!&b=c' }],
  ['a query', { ...URL_ONLY, url: 'https://example.com/?q={{lead.First Name}}&r=1' }],
  ['a part of a segment', { ...URL_ONLY, url: 'https://example.com/a-{{lead.First Name}}' }],
]

/** What was tried are some hundred characters and sequences: the rest of Unicode must be like them. */
test.each(PROVEN)(
  'proven for a text as %s: all characters pass, alone and in a row, and naughty strings too',
  (_name, definition) => {
    const { compiled, webhook } = compileText(definition)
    const court = courtOf(compiled, webhook)
    const [proof] = proveWebhook(compiled, webhook)
    expect(proof?.verdict).toEqual({ status: 'proven' })
    const broken = [...rows(1, 0x2ff, 1), ...rows(1, 0xffff, 1024), ...NAUGHTY_STRINGS].filter(
      (text) => {
        const lead = withValues(court.space, [['lead.first name', text === '' ? null : text]])
        return brokenBy(court, lead).length > 0
      },
    )
    expect(broken).toEqual([])
  },
  60_000,
)

/** All UTF-16 units from one to another, so many in a row; halves of characters among them. */
function rows(first: number, last: number, length: number): readonly string[] {
  const count = Math.ceil((last - first + 1) / length)
  return Array.from({ length: count }, (_row, nth) =>
    String.fromCharCode(
      ...Array.from({ length }, (_unit, offset) => first + nth * length + offset).filter(
        (unit) => unit <= last,
      ),
    ),
  )
}
