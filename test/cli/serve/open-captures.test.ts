import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CapturedCall } from '../../../src/capture/captured-call.ts'
import { encodeCapture } from '../../../src/capture/encode-capture.ts'
import { UsageError } from '../../../src/cli/command.ts'
import { openCaptures } from '../../../src/cli/serve/open-captures.ts'
import { nodeHost } from '../../../src/host/node-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-captures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function call(id: string): CapturedCall {
  const request = { method: 'POST', url: '/', headers: [], body: 'é' }
  return { version: 1, id, at: 0, request }
}

const [FIRST, SECOND, NEW] = ['a', 'b', 'new'].map((id) => encodeCapture(call(id)))

/** What the file holds after another call was kept, the calls that were told, and the sentences. */
async function appended(
  before: string,
): Promise<{ readonly text: string; readonly ids: string; readonly words: string }> {
  const path = join(folder, 'captures.jsonl')
  writeFileSync(path, before)
  let words = ''
  const ids: string[] = []
  const stderr = { isTerminal: false, columns: 80, write: (text: string) => void (words += text) }
  const options = {
    config: undefined,
    format: [],
    failLevel: 'error',
    color: false,
    quiet: false,
  } as const
  const context = { host: { ...nodeHost(), stderr }, options, argv: [] }
  const file = await openCaptures(path, ({ id }) => void ids.push(id), context)
  expect(await file.keep(call('new'))).toBeUndefined()
  await file.close()
  return {
    text: readFileSync(path, 'utf8'),
    ids: ids.join(' '),
    words: words.replaceAll(path, 'F'),
  }
}

test.each([
  ['an empty file', '', '', `${NEW}`],
  ['whole lines', `${FIRST}${SECOND}`, 'a b', `${FIRST}${SECOND}${NEW}`],
  ['a torn last line', `${FIRST}${SECOND?.slice(0, 20)}`, 'a', `${FIRST}${NEW}`],
  ['a line that lacks its end', `${FIRST}${SECOND?.trimEnd()}`, 'a b', `${FIRST}${SECOND}${NEW}`],
])('%s is appended to', async (_what, before, ids, after) => {
  expect(await appended(before)).toEqual({ text: after, ids, words: '' })
})

test('a line in the middle that cannot be read stays, and is told', async () => {
  const { text, ids, words } = await appended(`${FIRST}oops\n${SECOND}`)
  expect([text, ids]).toEqual([`${FIRST}oops\n${SECOND}${NEW}`, 'a b'])
  expect(words).toBe(
    'hookbook: F:2: this line is no whole JSON: it was cut off or edited; it is left out\n',
  )
})

test.each([
  ['text', 'apiVersion: hookbook/v1\n'],
  ['text without an end', 'apiVersion'],
  ['JSON of something else', '{"kind":"run"}\n'],
  ['one very long line', 'x'.repeat(17 * 1024 * 1024)],
])('a file of %s is left alone', async (_what, before) => {
  await expect(appended(before)).rejects.toThrow(UsageError)
  expect(readFileSync(join(folder, 'captures.jsonl'), 'utf8')).toBe(before)
})
