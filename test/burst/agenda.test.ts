import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agenda } from '../../src/burst/agenda.ts'
import { PRIORITIES } from '../../src/burst/priority.ts'
import { waitingLine } from '../../src/burst/waiting-line.ts'

function drained<T>(take: () => T | undefined): readonly T[] {
  const all: T[] = []
  for (let item = take(); item !== undefined; item = take()) all.push(item)
  return all
}

test('an agenda gives the earliest first, and of the same time whatever was planned first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
      const { add, take } = agenda<number>()
      for (const [nth, time] of times.entries()) add(time, nth)
      const entries = times.map((time, nth) => ({ time, nth }))
      const sorted = entries.toSorted((one, other) => one.time - other.time || one.nth - other.nth)
      expect(drained(take).map(({ item }) => item)).toEqual(sorted.map(({ nth }) => nth))
    }),
  )
})

test('a waiting line serves by priority, and of equal ones whoever came first', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PRIORITIES), { maxLength: 3_000 }), (priorities) => {
      const { add, take } = waitingLine<{ priority: (typeof PRIORITIES)[number]; nth: number }>()
      for (const [nth, priority] of priorities.entries()) add({ priority, nth })
      const expected = PRIORITIES.flatMap((wanted) =>
        priorities.flatMap((priority, nth) => (priority === wanted ? [nth] : [])),
      )
      expect(drained(take).map(({ nth }) => nth)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})
