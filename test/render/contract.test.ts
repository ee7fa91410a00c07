import { expect, test } from 'vitest'
import { pageOf, renderPages } from '../support/pages.ts'
import { spoiledWorkspace, type Replacement } from '../support/spoiled-program.ts'

function contract(...replacements: readonly Replacement[]): readonly string[] {
  return pageOf(renderPages('lead-sync', spoiledWorkspace(...replacements)), 'contract.md').split(
    '\n',
  )
}

/** The cells of the row that begins with a member, by the table's heads. */
function row(lines: readonly string[], member: string): Readonly<Record<string, string>> {
  const at = lines.findIndex((line) => line.startsWith(`| \`${member}\` |`))
  const heads = lines.slice(0, at).findLast((line) => line.startsWith('| Member'))
  const values = cells(lines[at] ?? '')
  return Object.fromEntries(cells(heads ?? '').map((head, index) => [head, values[index] ?? '']))
}

function cells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

test('a member is told with its type, limits, source, class, example and meaning', () => {
  expect(row(contract(), 'email')).toEqual({
    Member: '`email`',
    Type: 'string',
    Required: 'yes',
    Limits: 'at most 255 characters',
    Allowed: '',
    From: '`{{lead.Email Address}}`',
    'Personal data': 'contact',
    Example: '`"jane.doe@example.com"`',
    Meaning: 'As Marketo stores it; empty when unknown.',
  })
  expect(row(contract(), 'region')['Allowed']).toBe('`"EMEA", "APAC"`')
  expect(row(contract(), 'company')['Personal data']).toBe('')
})

test('only the classes that are sent are explained', () => {
  const named = contract().filter((line) =>
    /^- (?:identifier|contact|free text|behavioural): /.test(line),
  )
  expect(named.map((line) => line.split(':')[0])).toEqual([
    '- identifier',
    '- contact',
    '- behavioural',
  ])
})

test('an answer is told with the field that it is written to, and what may stand in it', () => {
  expect(row(contract(), 'status')).toMatchObject({
    Allowed: '`"success", "error"`',
    'Written to': '`Sync_Status__c`',
  })
  expect(row(contract(), 'message')).toMatchObject({ Required: 'no', 'Written to': '' })
})

test('every end of a call says what Marketo does, which campaign starts, and whether the same call can work later', () => {
  const text = contract().join('\n')
  const written = 'Sync Status and CRM Lead Id are written, a little after the call'
  expect(text).toContain(`| a status from 200 to 299, with a body | ${written} | – | not needed |`)
  expect(text).toContain(
    `| the same, with a body that says no | ${written}; the person has not arrived | 99 Sync failed | after a repair |`,
  )
  expect(text).toMatch(
    /^\| 1001: empty response \| nothing is written \| 99 Sync failed \| after a repair \|$/m,
  )
  expect(text).toMatch(
    /^\| 429: too many calls \| nothing is written \| 99 Sync failed \| yes \|$/m,
  )
  expect(text).toMatch(
    /^\| time-out: .* \| the call is ended and the flow goes on; nothing is written \| 99 Sync failed \| yes \|$/m,
  )
})

test('what catches a failed call is named, and its sign', () => {
  const text = contract().join('\n')
  expect(text).toContain(
    '**99 Sync failed** takes a call for failed when **Response** **not contains** `success`.',
  )
  expect(text).toContain(
    'After a failed call: 99 Sync failed adds the person to the list CRM Sync Failed and tells mktg-ops-alerts@example.com.',
  )
})

test('a secret is named and not shown, an address stands for each environment', () => {
  const text = contract().join('\n')
  expect(text).toContain('| `Authorization` | `Bearer …`, the secret `crm-sync-key` |')
  for (const id of ['sandbox-emea', 'prod-emea', 'prod-apac'])
    expect(text).toContain(`| \`${id}\` | CRM Lead Sync | \`https://`)
})
