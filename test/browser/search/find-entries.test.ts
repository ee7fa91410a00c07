import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findEntries, type IndexEntry } from '../../../src/browser/search/find-entries.ts'

const ENTRIES = [
  entry('9.5.1 Create the webhook CRM Lead Sync', 'step of lead-sync'),
  entry('CRM Lead Sync', 'webhook of lead-sync'),
  entry('401 not authenticated', 'symptom of lead-sync'),
  entry('Synchronise scores', 'step of sales-signals', 'crm prod-emea'),
  entry('Sync Status', 'field of lead-sync'),
]

function entry(title: string, where: string, more = ''): IndexEntry {
  return { title, words: `${title} ${where} ${more}`.toLowerCase() }
}

test.each<readonly [question: string, found: readonly number[]]>([
  ['', [0, 1, 2, 3, 4]],
  ['  ', [0, 1, 2, 3, 4]],
  ['crm', [1, 0, 3]],
  ['CRM LEAD', [1, 0]],
  ['sync', [3, 4, 0, 1, 2]],
  ['lead sync webhook', [0, 1]],
  ['webhook sync', [0, 1]],
  ['401', [2]],
  ['prod-emea', [3]],
  ['nchron', [3]],
  ['crm unknown', []],
  ['.*', []],
])('%j finds the entries %j', (question, found) => {
  expect(findEntries(ENTRIES, question)).toEqual(found)
})

test('what a question finds holds each of its words, and everything that does is found', () => {
  fc.assert(
    fc.property(fc.constantFrom('sync', 'crm s', 'lead', 'of', '.', 'x'), fc.string(), (a, b) => {
      const words = `${a} ${b}`.toLowerCase().split(/\s+/).filter(Boolean)
      const holding = ENTRIES.flatMap(({ words: text }, number) =>
        words.every((word) => text.includes(word)) ? [number] : [],
      )
      expect([...findEntries(ENTRIES, `${a} ${b}`)].sort()).toEqual(holding)
    }),
  )
})
