import { expect, test } from 'vitest'
import { readOnce } from '../../src/model/read-once.ts'

test('each file and folder is asked for once, also one that is not there', () => {
  const asked: string[] = []
  const reader = readOnce({
    readText: (path) => {
      asked.push(path)
      return path === 'there.json' ? '{}' : undefined
    },
    list: (folder) => {
      asked.push(`${folder}/`)
      return ['there.json']
    },
  })
  const read = ['there.json', 'gone.json', 'there.json', 'gone.json'].map(reader.readText)
  expect(read).toEqual(['{}', undefined, '{}', undefined])
  expect([reader.list('a'), reader.list('a')]).toEqual([['there.json'], ['there.json']])
  expect(asked).toEqual(['there.json', 'gone.json', 'a/'])
})
