import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'

/** A fixture lead with what looks like a real person's, by mistake. */
const PERSON = {
  'Last Name': 'Waldvogel-Zimmerli',
  'Phone Number': '+49 171 8824519',
  'Date of Birth': '1983-07-19',
  'Last Seen': '2024-03-07 17:42:39',
  'Annual Budget': 90.4271,
  'Credit Limit': 48_213.77,
  'Job Title': 'Leiterin der Buchhaltung',
} as const

type Field = keyof typeof PERSON

const TEMPLATE = `{"id": {{lead.Id}}, ${Object.keys(PERSON)
  .map((name) => `"${name}": {{lead.${name}:default=${defaultOf(name)}}}`)
  .join(', ')}}`

function defaultOf(name: string): string {
  return /Budget|Limit/.test(name) ? '0' : ''
}

function files(
  properties: Readonly<Partial<Record<Field, unknown>>>,
): Readonly<Record<string, string>> {
  return {
    'project.yaml': `apiVersion: hookbook/v1
kind: Project
name: invented
subscriptions: {sandbox: {stage: sandbox, munchkin: 111-AAA-222}}
environments: {emea: {subscription: sandbox}}
`,
    'leads/person.yaml': `apiVersion: hookbook/v1
kind: Lead
summary: One who should not be here
values: {lead: ${JSON.stringify({ Id: 4711, ...PERSON })}}
`,
    'sync/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: sync
title: Sync
summary: Sends leads.
revision: 1
fields:
  Last Seen: {rest: lastSeen, soap: Last_Seen__c, type: datetime}
  Annual Budget: {rest: annualBudget, soap: Annual_Budget__c, type: float}
  Credit Limit: {rest: creditLimit, soap: Credit_Limit__c, type: currency}
webhooks:
  lead:
    marketo: {name: Lead}
    url: https://crm.example.com/leads
    method: POST
    tokenEncoding: JSON
    responseType: None
    headers: {Content-Type: application/json}
    template: ${JSON.stringify(TEMPLATE)}
    request: ${JSON.stringify({ type: 'object', properties })}
`,
  }
}

interface FoundFile {
  readonly path: string
  readonly lead: Readonly<Record<string, unknown>>
}

/** What a run keeps of failures that nothing but the fixture lead shows. */
async function keptOf(properties: Parameters<typeof files>[0]): Promise<{
  readonly found: readonly FoundFile[]
  readonly stderr: string
  readonly texts: string
}> {
  const given = files(properties)
  const host = memoryHost({ files: given, seed: 1 })
  await main('test --runs 5 --seed 1 --target schema'.split(' '), host)
  const written = Object.entries(host.written()).filter(([path]) => path.includes('found/'))
  const texts = written.map(([, text]) => text)
  return {
    found: texts.map((text): FoundFile => JSON.parse(text)),
    stderr: host.output().stderr,
    texts: texts.join('\n'),
  }
}

/** So much of a value would tell of whom it is. */
function partsOf(value: string | number): readonly string[] {
  const text = String(value)
  return Array.from({ length: text.length - 3 }, (_part, start) => text.slice(start, start + 4))
}

const OPTIONAL_TIME = { anyOf: [{ const: '' }, { format: 'date-time' }] }

const REFUSALS: readonly (readonly [what: string, field: Field, schema: unknown, kept: unknown])[] =
  [
    ['a decimal above a bound', 'Annual Budget', { maximum: 90 }, 90.1],
    ['an amount above a bound', 'Credit Limit', { maximum: 48_213.5 }, 48_213.6],
    ['a day in the form of a time', 'Date of Birth', OPTIONAL_TIME, '2026-11-24'],
    ['a time in the form of RFC 3339', 'Last Seen', OPTIONAL_TIME, '2026-11-24 09:30:00'],
    ['a day before the year 2000', 'Date of Birth', { pattern: '^(?!19)' }, '1970-01-01'],
    ['digits in a row', 'Phone Number', { not: { pattern: '[0-9]{4}' } }, '0000'],
    ['capitals before small letters', 'Job Title', { not: { pattern: '[A-Z][a-z]' } }, 'Aa'],
  ]

test.each(REFUSALS)('%s is kept as an invented value', async (_what, field, schema, kept) => {
  const { found, texts } = await keptOf({ [field]: schema })
  const leads = found.map(({ lead }) => lead).filter((lead) => lead[`lead.${field}`] !== undefined)
  expect(leads.map((lead) => lead[`lead.${field}`])).toContainEqual(kept)
  for (const value of Object.values(PERSON)) {
    const parts = value === PERSON['Credit Limit'] ? ['213.77'] : partsOf(value)
    expect(parts.filter((part) => part !== '-01-' && texts.includes(part))).toEqual([])
  }
})

test('a value that cannot be invented is not kept, and the run says so', async () => {
  const refused = { not: { pattern: 'Waldvogel' } }
  const { found, texts, stderr } = await keptOf({ 'Last Name': refused })
  expect(found.filter(({ lead }) => lead['lead.Last Name'] !== undefined)).toEqual([])
  expect(texts).not.toContain('Waldvogel')
  expect(stderr).toContain('1 failure of a fixture lead is not kept: only its own value fails')
})

test('a value that others show too is kept as theirs', async () => {
  const { found, stderr } = await keptOf({ 'Last Name': { maxLength: 3 } })
  expect(found.map(({ lead }) => lead)).toEqual([{ 'lead.Last Name': 'aaaa' }])
  expect(stderr).not.toContain('of a fixture lead')
})
