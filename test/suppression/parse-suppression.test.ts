import { expect, test } from 'vitest'
import { parseSuppression } from '../../src/suppression/parse-suppression.ts'

function parse(text: string): ReturnType<typeof parseSuppression> {
  const at = { file: 'a.yaml', start: 10, end: 10 + text.length }
  return parseSuppression({ at, text, isAlone: true })
}

test.each<[string, readonly string[], string, string | undefined]>([
  [
    '# hookbook-ignore https-url -- inside the data centre',
    ['https-url'],
    'inside the data centre',
    undefined,
  ],
  ['#hookbook-ignore https-url -- why', ['https-url'], 'why', undefined],
  ['# hookbook-ignore: https-url -- why', ['https-url'], 'why', undefined],
  ['# hookbook-ignore a-b, c-d,e-f -- why', ['a-b', 'c-d', 'e-f'], 'why', undefined],
  ['# hookbook-ignore a-b c-d -- why', ['a-b', 'c-d'], 'why', undefined],
  ['# hookbook-ignore a-b -- why until 2026-12-01', ['a-b'], 'why', '2026-12-01'],
  ['# hookbook-ignore a-b -- not until they answer', ['a-b'], 'not until they answer', undefined],
  ['# hookbook-ignore a-b -- see -- there', ['a-b'], 'see -- there', undefined],
])('%s', (text, rules, reason, until) => {
  const parsed = parse(text)
  if (parsed.status !== 'suppression') throw new Error(parsed.status)
  expect(parsed.suppression.rules.map(({ id }) => id)).toEqual(rules)
  expect(parsed.suppression.reason).toBe(reason)
  expect(parsed.suppression.until).toBe(until)
  for (const { id, at } of parsed.suppression.rules) {
    expect(text.slice(at.start - 10, at.end - 10)).toBe(id)
  }
})

test.each([
  ['# hookbook-ignore', 'the suppression names no rule'],
  ['# hookbook-ignore -- why', 'the suppression names no rule'],
  ['# hookbook-ignore a-b', 'the suppression says no reason'],
  ['# hookbook-ignore a-b --', 'the suppression says no reason'],
  ['# hookbook-ignore a-b -- ', 'the suppression says no reason'],
  ['# hookbook-ignore a-b -- until 2026-12-01', 'the suppression says no reason'],
  ['# hookbook-ignore a-b -- why until 2026-13-01', '"2026-13-01" is no day'],
  ['# hookbook-ignore a-b -- why until 1.12.2026', '"1.12.2026" is no day'],
  ['# hookbook-ignroe a-b -- why', '"hookbook-ignroe" suppresses nothing'],
  ['# hookbook_ignore a-b -- why', '"hookbook_ignore" suppresses nothing'],
  ['# Hookbook-Ignore a-b -- why', '"Hookbook-Ignore" suppresses nothing'],
])('%s: %s', (text, message) => {
  const parsed = parse(text)
  expect(parsed.status === 'problem' && parsed.problem.message).toBe(message)
})

test.each(['# hookbook-worker reads this', '# see hookbook-ignore', '# hookbook', '# ignore a-b'])(
  '%s is any other comment',
  (text) => {
    expect(parse(text).status).toBe('none')
  },
)
