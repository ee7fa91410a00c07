import type { FieldTypeName } from '../field-types/field-type.ts'

/**
 * Table: the words of the New Custom Field dialog for types and objects. The names are those of the page
 * "Field types"; that the dialog spells them so is inferred. Source: Experience League, "Field types"
 * (REST API), "Create a Custom Field in Marketo".
 */
export const TYPE_WORDS: Readonly<Record<FieldTypeName, string>> = {
  string: 'String',
  email: 'Email',
  url: 'URL',
  phone: 'Phone',
  text: 'Text Area',
  integer: 'Integer',
  score: 'Score',
  percent: 'Percent',
  float: 'Float',
  currency: 'Currency',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'Datetime',
  reference: 'Reference',
}

/** Objects that can have fields of their own, in the words of the screen. */
export const OBJECT_WORDS: Readonly<Record<'person' | 'company' | 'program member', string>> = {
  person: 'Person',
  company: 'Company',
  'program member': 'Program Member',
}
