import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { watchFiles } from '../../src/host/node-watch.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hookbook-watch-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file that changes, comes or goes is told by its path; what is not watched, is not', async () => {
  mkdirSync(join(folder, 'programs/sync'), { recursive: true })
  mkdirSync(join(folder, 'programs/node_modules'), { recursive: true })
  mkdirSync(join(folder, 'other'))
  writeFileSync(join(folder, 'programs/sync/program.yaml'), 'a')
  writeFileSync(join(folder, 'schema.json'), 'a')
  const heard = new Set<string>()
  const waiting = new Map<string, () => void>()
  const hear = (path: string): void => {
    heard.add(path)
    waiting.get(path)?.()
  }
  const watching = await watchFiles(folder, ['programs', 'schema.json'], hear)
  const until = (path: string): Promise<void> =>
    new Promise((resolve) => {
      if (heard.delete(path)) resolve()
      else waiting.set(path, resolve)
    })
  writeFileSync(join(folder, 'other/x.yaml'), 'b')
  writeFileSync(join(folder, 'programs/node_modules/x.yaml'), 'b')
  writeFileSync(join(folder, 'programs/.swap'), 'b')
  writeFileSync(join(folder, 'programs/sync/program.yaml'), 'b')
  await until('programs/sync/program.yaml')
  writeFileSync(join(folder, 'programs/sync/notes.md'), 'b')
  await until('programs/sync/notes.md')
  writeFileSync(join(folder, 'schema.json'), 'b')
  await until('schema.json')
  rmSync(join(folder, 'programs/sync/notes.md'))
  await until('programs/sync/notes.md')
  await watching.close()
  expect([...heard].filter((path) => /other|node_modules|swap/.test(path))).toEqual([])
})
