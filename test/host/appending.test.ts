import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Appending, HostFiles } from '../../src/host/host.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { nodeFiles } from '../../src/host/node-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-append-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function opened(
  files: HostFiles,
  path: string,
  keepBytes: number,
): Extract<Appending, { readonly status: 'open' }> {
  const appending = files.appendTo(path, keepBytes)
  if (appending.status !== 'open') throw new Error(appending.reason)
  return appending
}

describe.each([
  ['on the disk', nodeFiles(folder)],
  ['in memory', memoryHost().files],
])('a file %s', (_name, files) => {
  test('is appended to in order, many texts at a time', () => {
    const { append, close } = opened(files, 'logs/ordered.txt', 0)
    for (let nth = 0; nth < 2000; nth++) append(`${nth} grüße\n`)
    expect(close()).toBeUndefined()
    const lines = files.readText('logs/ordered.txt')?.split('\n') ?? []
    expect(lines.slice(0, -1)).toEqual(Array.from({ length: 2000 }, (_, nth) => `${nth} grüße`))
  })

  test('keeps what was there, up to the byte that is named', () => {
    files.writeText('kept.txt', 'grüße\ntorn')
    const first = opened(files, 'kept.txt', new TextEncoder().encode('grüße\n').length)
    first.append('next\n')
    first.close()
    const second = opened(files, 'kept.txt', 1_000_000)
    second.append('last\n')
    second.close()
    expect(files.readText('kept.txt')).toBe('grüße\nnext\nlast\n')
  })
})

test('a file that cannot be written says why, and nothing is thrown', () => {
  const files = nodeFiles(folder)
  files.writeText('a-file', 'x')
  expect(files.appendTo('.', 0)).toEqual({ status: 'failed', reason: 'it is a folder' })
  expect(files.appendTo('a-file/log', 0)).toEqual({
    status: 'failed',
    reason: 'a part of its path is a file',
  })
})
