import { expect, test } from 'vitest'
import { parsePath } from '../../src/marketo/response-types/parse-path.ts'
import { setAt } from '../../src/receiver/set-at.ts'

function put(value: unknown, path: string): unknown {
  const reading = parsePath(path)
  if (reading.status !== 'path') throw new Error(reading.message)
  return setAt(value, reading.segments, 'new')
}

test.each([
  [{ a: 1, b: 2 }, 'a', { a: 'new', b: 2 }],
  [{}, 'a.b', { a: { b: 'new' } }],
  [{ a: [{ b: 1, c: 2 }, 3] }, 'a[0].b', { a: [{ b: 'new', c: 2 }, 3] }],
  [{ a: [1] }, 'a[2]', { a: [1, 1, 'new'] }],
  [{ a: 'text' }, 'a.b', { a: { b: 'new' } }],
  [undefined, 'a[0]', { a: ['new'] }],
])('%j with %s set is %j', (value, path, expected) => {
  const before = structuredClone(value)
  expect(put(value, path)).toEqual(expected)
  expect(value).toEqual(before)
})

test('no path reaches a prototype', () => {
  expect(Object.hasOwn({}, 'polluted')).toBe(false)
  put({}, '__proto__.polluted')
  put({}, 'constructor.prototype.polluted')
  expect('polluted' in {}).toBe(false)
})

test('a far position does not cost memory', () => {
  expect(JSON.stringify(put({}, 'a[999999999]')).length).toBeLessThan(20_000)
})
