import { afterAll, expect, test } from 'vitest'
import { pullRequestOf } from '../../.github/actions/hookbook/lib/event.mjs'
import { mergeAnnotations } from '../../.github/actions/hookbook/lib/annotations.mjs'
import { REPOSITORY } from './github-stand-in.ts'
import { newPlace, pullRequestEvent } from './run-script.ts'

const place = newPlace()

afterAll(() => place.remove())

test.each([
  ['the repository itself', pullRequestEvent(7), 'jane', { number: 7, mayWrite: true }],
  ['a fork', pullRequestEvent(7, 'a/b'), 'jane', { number: 7, mayWrite: false }],
  ['a fork that is gone', pullRequestEvent(7, null), 'jane', { number: 7, mayWrite: false }],
  ['Dependabot', pullRequestEvent(7), 'dependabot[bot]', { number: 7, mayWrite: false }],
  ['a push', '{"ref": "refs/heads/main"}', 'jane', undefined],
  ['a number that is none', '{"pull_request": {"number": "7/../8"}}', 'jane', undefined],
])('a pull request of %s', (_name, event, actor, expected) => {
  const path = place.write('event.json', event)
  const found = pullRequestOf({
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_ACTOR: actor,
  })
  expect(found).toEqual(expected)
})

test('a command without an event is of no pull request', () => {
  expect(pullRequestOf({})).toBeUndefined()
})

test('annotations are the most serious first, at most ten of a kind, the rest counted', () => {
  const lines = (kind: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_line, nth) => `::${kind} file=a::${nth}`)
  const first = [
    ...lines('warning', 3),
    ...lines('error', 8),
    'and 4 more of severity error; see the log',
  ]
  const second = [
    ...lines('error', 8).map((line) => `${line}b`),
    'in words',
    ...lines('warning', 3),
  ]
  const merged = mergeAnnotations([first.join('\n'), second.join('\n')])
  expect(merged.slice(0, 8)).toEqual(lines('error', 8))
  expect(merged.slice(10)).toEqual([
    'and 10 more of severity error; see the log',
    ...lines('warning', 3),
  ])
})
