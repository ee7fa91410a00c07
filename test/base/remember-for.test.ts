import { expect, test } from 'vitest'
import { rememberFor } from '../../src/base/remember-for.ts'

test('what an object decides is worked out once for each object, also where it is nothing', () => {
  const asked: string[] = []
  const nameOf = rememberFor((owner: { readonly name: string }, suffix: string) => {
    asked.push(owner.name)
    return owner.name === '' ? undefined : owner.name + suffix
  })
  const [first, second, nameless] = [{ name: 'a' }, { name: 'a' }, { name: '' }]
  expect([first, first, second, nameless, nameless].map((each) => nameOf(each, '!'))).toEqual([
    'a!',
    'a!',
    'a!',
    undefined,
    undefined,
  ])
  expect(asked).toEqual(['a', 'a', ''])
})
