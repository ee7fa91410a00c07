import { expect, test } from 'vitest'
import type { BodyFormatName } from '../../src/marketo/body-formats/body-format.ts'
import { showMemberPath } from '../../src/marketo/body-formats/template-member.ts'
import { MEMBER_READERS } from '../../src/marketo/body-formats/template-members.ts'
import { parseTemplate } from '../../src/marketo/tokens/parse-template.ts'

/** `path=text` for each value; undefined where the template has no places. */
function members(format: BodyFormatName, template: string): readonly string[] | undefined {
  return MEMBER_READERS[format](parseTemplate(template))?.map(
    ({ path, text }) => `${showMemberPath(path)}=${text}`,
  )
}

test('a JSON template has a value at each place, tokens and all', () => {
  const template = `{
    "id": {{lead.Id}}, "a b": "Dear {{lead.First Name}}!", "none": [], "empty": {},
    "list": [1, {"x": true}], "nested": {"y.z": null}, "{{lead.Last Name}}": 2
  }`
  expect(members('json', template)).toEqual([
    'id={{lead.Id}}',
    '["a b"]="Dear {{lead.First Name}}!"',
    'none=[]',
    'empty={}',
    'list[0]=1',
    'list[1].x=true',
    'nested["y.z"]=null',
    '["{{lead.Last Name}}"]=2',
  ])
})

test('a value stands where its text does', () => {
  const template = '{"a": "ü{{lead.Id}}", "b": {{lead.Email Address}}}'
  for (const { text, start, end } of MEMBER_READERS.json(parseTemplate(template)) ?? []) {
    expect(template.slice(start, end)).toBe(text)
  }
})

test('what no reader tells apart means the same; what one does, does not', () => {
  const meaning = (template: string): string | undefined =>
    MEMBER_READERS.json(parseTemplate(template))?.[0]?.meaning
  const table: readonly (readonly [string, string, boolean])[] = [
    ['"é"', '"\\u00e9"', true],
    ['{{lead.Id}}', '{{Lead.ID}}', true],
    ['[ ]', '[]', true],
    ['{{lead.Id:default=a}}', '{{lead.Id:default=A}}', false],
    ['12345678901234567890', '12345678901234567891', false],
    ['{{lead.Id}}', '"{{lead.Id}}"', false],
    ['1', '1.0', false],
  ]
  for (const [one, other, isSame] of table) expect(meaning(one) === meaning(other)).toBe(isSame)
})

test('a form has a value for each key', () => {
  expect(members('form', 'a=1&b+c={{lead.Id}}&d=')).toEqual(['a=1', '["b c"]={{lead.Id}}', 'd='])
})

test('XML has a value for each text and attribute', () => {
  const template = '<lead id="{{lead.Id}}"><n>{{lead.Last Name}} Esq.</n><n>&amp;</n><e/></lead>'
  expect(members('xml', template)).toEqual([
    'lead.@id={{lead.Id}}',
    'lead.n={{lead.Last Name}} Esq.',
    'lead.n[1]=&',
    'lead.e=',
  ])
})

test('what is no document has no places', () => {
  expect(members('json', '{"a": }')).toBeUndefined()
  expect(members('json', '{"a": 1, "a": 2}')).toBeUndefined()
  expect(members('form', 'a=1&a=2')).toBeUndefined()
  expect(members('xml', '<a>')).toBeUndefined()
  expect(members('xml', '<a>\ue000{{lead.Id}}</a>')).toBeUndefined()
  expect(members('text', 'a')).toBeUndefined()
})
