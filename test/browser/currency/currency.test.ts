import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyWords, judgeCurrency } from '../../../src/browser/currency/judge-currency.ts'
import { overdueWords } from '../../../src/browser/currency/review-words.ts'

const PAGE = {
  program: 'lead-sync',
  environment: 'prod-emea',
  revision: 7,
  fingerprint: '904b4665cf24',
}

function words(latest: unknown): string {
  return currencyWords(judgeCurrency(latest, PAGE), PAGE, '14:20')
}

test.each<readonly [entry: unknown, said: string]>([
  [{ revision: 7, fingerprint: '904b4665cf24' }, '✓ This is the newest page (checked 14:20)'],
  [
    { revision: 8, fingerprint: '0000' },
    '⚠ A newer one exists: revision 8. This is revision 7. Get the new page before you go on (checked 14:20)',
  ],
  [
    { revision: 8, fingerprint: '904b4665cf24' },
    '⚠ A newer one exists: revision 8. This is revision 7. Get the new page before you go on (checked 14:20)',
  ],
  [
    { revision: 7, fingerprint: '0000' },
    '⚠ The server holds another page: revision 7, fingerprint 0000. Ask which one counts (checked 14:20)',
  ],
  [
    { revision: 6, fingerprint: '0000' },
    '⚠ The server holds another page: revision 6, fingerprint 0000. Ask which one counts (checked 14:20)',
  ],
  [undefined, 'not checked: the server says nothing about prod-emea'],
  [{}, 'not checked: the answer of the server cannot be read'],
  [
    { revision: '7', fingerprint: '904b4665cf24' },
    'not checked: the answer of the server cannot be read',
  ],
])('of %j it is said: %s', (entry, said) => {
  expect(words({ 'prod-emea': entry, 'prod-apac': { revision: 9, fingerprint: 'ffff' } })).toBe(
    said,
  )
})

test('no answer of a server but the same page makes this the newest', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (latest) => {
      expect(judgeCurrency(latest, PAGE).status).not.toBe('newest')
    }),
  )
})

test.each([
  ['2026-11-26', '2026-11-26T23:59:00Z', undefined],
  ['2026-11-26', '2026-11-27T00:00:00Z', 'overdue by 1 day'],
  ['2026-02-27', '2026-03-01T12:00:00Z', 'overdue by 2 days'],
  ['2027-01-01', '2026-11-27T00:00:00Z', undefined],
  ['soon', '2026-11-27T00:00:00Z', undefined],
])('a review due on %s is, on %s, %s', (due, now, said) => {
  expect(overdueWords(due, new Date(now))).toBe(said)
})
