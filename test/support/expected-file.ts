import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

/**
 * Holds a text against the file that says what it should be.
 * `UPDATE_EXPECTED=1` rewrites the file; CI refuses to, so that every rewritten line is read in a diff.
 */
export function expectFile(path: string, actual: string): void {
  if (process.env['UPDATE_EXPECTED'] === '1') {
    if (process.env['CI'] !== undefined) throw new Error('UPDATE_EXPECTED is refused in CI')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, actual)
  }
  expect(existsSync(path), `${path} is missing; UPDATE_EXPECTED=1 writes it`).toBe(true)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
