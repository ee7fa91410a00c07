import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nodeFiles } from '../../src/host/node-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-appending-'))
const files = nodeFiles(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a text is in the file when its promise is kept, and all are in the order in which they came', async () => {
  const appending = files.appendSafelyTo('a/log', 0)
  if (appending.status === 'failed') throw new Error(appending.reason)
  const texts = Array.from({ length: 200 }, (_, nth) => `line ${nth} é\n`)
  const ends = texts.map(async (text) => {
    const problem = await appending.append(text)
    return problem === undefined && readFileSync(join(folder, 'a/log'), 'utf8').includes(text)
  })
  expect(new Set(await Promise.all(ends))).toEqual(new Set([true]))
  await appending.append('last\n')
  await appending.close()
  expect(readFileSync(join(folder, 'a/log'), 'utf8')).toBe(`${texts.join('')}last\n`)
})

test('what follows the bytes that are kept is cut off', async () => {
  writeFileSync(join(folder, 'torn'), 'whole\ntor')
  const appending = files.appendSafelyTo('torn', 6)
  if (appending.status === 'failed') throw new Error(appending.reason)
  await appending.append('next\n')
  await appending.close()
  expect(readFileSync(join(folder, 'torn'), 'utf8')).toBe('whole\nnext\n')
})

test('why a file cannot be opened is said', () => {
  expect(files.appendSafelyTo('.', 0)).toEqual({ status: 'failed', reason: 'it is a folder' })
})
