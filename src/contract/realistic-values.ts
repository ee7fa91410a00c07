import { faker } from '@faker-js/faker/locale/en'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { fitText } from './stored-value.ts'

const POOL_SIZE = 64
const REFERENCE_DATE = '2026-11-24T00:00:00Z'

/** Addresses of pages stay at example.com, as those of people do. */
function examplePage(): string {
  return `https://example.com/${faker.lorem.slug()}`
}

/** By a word of the display name, in lower case; the first that fits. */
const MAKERS: readonly (readonly [word: string, make: () => string])[] = [
  ['email', () => faker.internet.email({ provider: 'example.com' })],
  ['first name', () => faker.person.firstName()],
  ['last name', () => faker.person.lastName()],
  ['full name', () => faker.person.fullName()],
  ['company', () => faker.company.name()],
  ['phone', () => faker.phone.number()],
  ['title', () => faker.person.jobTitle()],
  ['city', () => faker.location.city()],
  ['country', () => faker.location.country()],
  ['address', () => faker.location.streetAddress()],
  ['industry', () => faker.commerce.department()],
  ['url', examplePage],
  ['link', examplePage],
  ['page', examplePage],
]

/** Values as everyday leads have them, the same for the same seed. They find no escaping fault; they show that usual leads pass. */
export function realisticValues(field: FieldDefinition, seed: number): readonly TokenValue[] {
  faker.seed(seed + hash(field.displayName))
  faker.setDefaultRefDate(REFERENCE_DATE)
  return Array.from({ length: POOL_SIZE }, () => make(field))
}

function make(field: FieldDefinition): TokenValue {
  const { form, name } = fieldTypeNamed(field.type)
  if (form === 'boolean') return faker.datatype.boolean()
  if (name === 'float' || name === 'currency')
    return faker.number.float({ max: 1e7, fractionDigits: 2 })
  if (form === 'number') return faker.number.int({ min: 1, max: 100_000 })
  if (name === 'date') return faker.date.past().toISOString().slice(0, 10)
  if (name === 'datetime') return faker.date.past().toISOString().slice(0, 19).replace('T', ' ')
  const display = field.displayName.toLowerCase()
  const maker = MAKERS.find(([word]) => word === name || display.includes(word))?.[1]
  return fitText(field, maker === undefined ? faker.lorem.words(3) : maker())
}

function hash(text: string): number {
  let sum = 0
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return sum
}
