import { expect, test } from 'vitest'
import type { FieldDefinition } from '../../src/marketo/fields/field-definition.ts'
import {
  CLASS_REASONS,
  PERSONAL_CLASSES,
  personalClassOf,
} from '../../src/marketo/fields/personal-data.ts'
import { STANDARD_FIELDS } from '../../src/marketo/fields/standard-fields.ts'

function standard(owner: 'lead' | 'company', displayName: string): FieldDefinition {
  const found = STANDARD_FIELDS.find(
    (field) => field.owner === owner && field.displayName === displayName,
  )
  if (found === undefined) throw new Error(`no ${owner}.${displayName}`)
  return found
}

function classOf(owner: 'lead' | 'company', displayName: string): string | undefined {
  return personalClassOf(`${owner}.${displayName}`, standard(owner, displayName))
}

test.each([
  ['lead', 'Id', 'identifier'],
  ['lead', 'Last Name', 'identifier'],
  ['lead', 'Email Address', 'contact'],
  ['lead', 'Mobile Phone Number', 'contact'],
  ['lead', 'Person Notes', 'free text'],
  ['lead', 'Job Title', 'free text'],
  ['lead', 'Lead Score', 'behavioural'],
  ['company', 'Account Owner Email Address', 'contact'],
  ['company', 'Company Notes', 'free text'],
  ['company', 'Company Name', undefined],
  ['company', 'Industry', undefined],
  ['lead', 'Created At', undefined],
] as const)('%s.%s is of the class %s', (owner, name, expected) => {
  expect(classOf(owner, name)).toBe(expected)
})

test('a custom field is judged by its type, one of a company is not personal', () => {
  const custom = { ...standard('lead', 'Person Notes'), displayName: 'Wishes' }
  expect(personalClassOf('lead.wishes', custom)).toBe('free text')
  expect(personalClassOf('lead.wishes', { ...custom, type: 'email' })).toBe('contact')
  expect(personalClassOf('lead.wishes', { ...custom, type: 'score' })).toBe('behavioural')
  expect(personalClassOf('lead.wishes', { ...custom, type: 'integer' })).toBeUndefined()
  expect(personalClassOf('company.wishes', { ...custom, owner: 'company' })).toBeUndefined()
})

test('what a trigger tells of a person is behavioural, what the system tells is nothing', () => {
  expect(personalClassOf('trigger.Web Page', undefined)).toBe('behavioural')
  expect(personalClassOf('trigger.Client IP Address', undefined)).toBe('identifier')
  expect(personalClassOf('system.dateTime', undefined)).toBeUndefined()
})

test('every class has its reason', () => {
  expect(PERSONAL_CLASSES).toEqual(['identifier', 'contact', 'free text', 'behavioural'])
  for (const name of PERSONAL_CLASSES) expect(CLASS_REASONS[name]).toMatch(/^[a-z].{20,}[^.]$/)
})
