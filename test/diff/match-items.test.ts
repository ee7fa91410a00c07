import { expect, test } from 'vitest'
import { matchItems } from '../../src/diff/match-items.ts'
import { movedItems } from '../../src/diff/moved-items.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const idOf = ({ id }: Named): string => id
const nameOf = ({ name }: Named): string => name

function match(base: readonly Named[], head: readonly Named[]): readonly string[] {
  const { kept, added, removed } = matchItems(base, head, [idOf, nameOf])
  return [
    ...kept.map(([from, to]) => `${from.id} is ${to.id}`),
    ...added.map(({ id }) => `+ ${id}`),
    ...removed.map(({ id }) => `- ${id}`),
  ]
}

test('the strongest identity wins, whatever the names say', () => {
  const base = [
    { id: 'a', name: 'One' },
    { id: 'b', name: 'Two' },
  ]
  const head = [
    { id: 'b', name: 'One' },
    { id: 'a', name: 'Two' },
  ]
  expect(match(base, head)).toEqual(['b is b', 'a is a'])
})

test('what is left is matched by the next identity', () => {
  expect(match([{ id: 'a', name: 'One' }], [{ id: 'z', name: 'One' }])).toEqual(['a is z'])
  expect(match([{ id: 'a', name: 'One' }], [{ id: 'z', name: 'Two' }])).toEqual(['+ z', '- a'])
})

test('a weaker identity that several have tells nothing', () => {
  const one = { id: 'a', name: 'Same' }
  const other = { id: 'b', name: 'Same' }
  expect(
    match(
      [one],
      [
        { id: 'y', name: 'Same' },
        { id: 'z', name: 'Same' },
      ],
    ),
  ).toEqual(['+ y', '+ z', '- a'])
  expect(match([one, other], [{ id: 'z', name: 'Same' }])).toEqual(['+ z', '- a', '- b'])
})

test('the fewest items move', () => {
  const before = ['a', 'b', 'c', 'd']
  expect(movedItems(['a', 'b', 'c', 'd'], before)).toEqual([])
  expect(movedItems(['d', 'a', 'b', 'c'], before)).toEqual(['d'])
  expect(movedItems(['b', 'c', 'd', 'a'], before)).toEqual(['a'])
  expect(movedItems(['d', 'c', 'b', 'a'], before)).toHaveLength(3)
  expect(movedItems([], [])).toEqual([])
})
