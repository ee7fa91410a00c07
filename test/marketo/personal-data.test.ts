import { expect, test } from 'vitest'
import type { FieldDefinition } from '../../src/marketo/fields/field-definition.ts'
import { PERSONAL_CLASSES } from '../../src/marketo/fields/personal-class.ts'
import {
  CLASS_REASONS,
  personalClassOf,
  statedClassOf,
} from '../../src/marketo/fields/personal-data.ts'
import { STANDARD_FIELDS } from '../../src/marketo/fields/standard-fields.ts'
import { triggerTokens } from '../../src/marketo/tokens/kinds/trigger.ts'
import { expectFile } from '../support/expected-file.ts'

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

test('what the definition says of a custom field is stronger than its type', () => {
  const custom = { ...standard('lead', 'Person Notes'), displayName: 'Wishes' }
  expect(personalClassOf('lead.wishes', { ...custom, personal: 'none' })).toBeUndefined()
  expect(
    personalClassOf('company.wishes', { ...custom, owner: 'company', personal: 'contact' }),
  ).toBe('contact')
})

/** Every value with a class of its own: standard fields, and what triggers tell. */
const KEYS = [
  ...STANDARD_FIELDS.map(({ owner, displayName }) => `${owner}.${displayName}`),
  ...triggerTokens.names({ fields: [], myTokens: [] }).map((name) => `trigger.${name}`),
]

test('every standard field and every trigger token has a class', () => {
  expect(KEYS.filter((key) => statedClassOf(key, undefined) === undefined)).toEqual([])
})

test('the page of personal data lists them', () => {
  const sections = PERSONAL_CLASSES.map((name) => section(name, CLASS_REASONS[name]))
  const none = section('none', 'it tells nothing of a person, or only of a company')
  expectFile('docs/personal-data.md', `${PAGE}${[...sections, none].join('')}`)
})

function section(name: string, reason: string): string {
  const keys = KEYS.filter((key) => statedClassOf(key, undefined) === name)
  return `\n## ${name}\n\nBecause ${reason}.\n\n${keys.map((key) => `- \`{{${key}}}\`\n`).join('')}`
}

const PAGE = `# Personal data

Every field has a class, which says what it tells of a person.
A webhook that sends personal data says what for, under \`purpose\`; the contract in words (\`contract.md\`) prints it beside the class.

\`\`\`yaml
webhooks:
  crm-lead:
    purpose: sales calls the person back # one sentence for all of it

  signals:
    purpose: # or one for each class
      identifier: the seller sees whose signal it is
      contact: the seller answers by e-mail
      behavioural: the seller sees how warm the person is
\`\`\`

\`purpose\` beside \`webhooks\` speaks for all webhooks of the program that say nothing themselves.
A custom field is classed by its type (e-mail and phone: contact, text area: free text, score: behavioural); \`personal\` says it better:

\`\`\`yaml
fields:
  Plan Number: { rest: planNumber, soap: Plan_Number__c, type: string, personal: identifier }
\`\`\`

Findings: [personal-data-has-purpose](rules/personal-data-has-purpose.md), [purpose-for-sent-data](rules/purpose-for-sent-data.md), and in the profile \`strict\` [free-text-has-own-purpose](rules/free-text-has-own-purpose.md), [custom-field-classed](rules/custom-field-classed.md) and [no-personal-data-in-url](rules/no-personal-data-in-url.md).
The classes are ours; they order what a webhook sends, and are no legal advice.
`
