import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-setup-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(process.platform === 'win32')('a named browser that draws no page is an error', () => {
  const stub = join(folder, 'chromium')
  writeFileSync(stub, '#!/bin/sh\necho "install the browser with: snap install chromium"\n')
  chmodSync(stub, 0o755)
  const { status, stderr } = setUp(['browser'], {
    HOOKBOOK_BROWSER: stub,
    HOOKBOOK_SKIP_BROWSER: '',
  })
  expect(stderr).toBe(`HOOKBOOK_BROWSER names "${stub}", which draws no page\n`)
  expect(status).toBe(1)
})

test('a named browser that is not there is an error', () => {
  const { status, stderr } = setUp(['browser'], {
    HOOKBOOK_BROWSER: '/nowhere/chrome',
    HOOKBOOK_SKIP_BROWSER: '',
  })
  expect(stderr).toBe('HOOKBOOK_BROWSER names "/nowhere/chrome", which draws no page\n')
  expect(status).toBe(1)
})

test('who wants no browser is asked for none', () => {
  const { status, stdout, stderr } = setUp(['browser'], {
    HOOKBOOK_BROWSER: '/nowhere/chrome',
    HOOKBOOK_SKIP_BROWSER: '1',
  })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
})

test.each([[[]], [['all']], [['deps', 'browsers']]])(
  'what it does not know is refused: %j',
  (words) => {
    const { status, stderr } = setUp(words, {})
    expect(stderr).toBe('usage: node scripts/setup.mjs [deps] [browser]\n')
    expect(status).toBe(1)
  },
)

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function setUp(words: readonly string[], environment: Readonly<Record<string, string>>): Ended {
  return spawnSync(process.execPath, ['scripts/setup.mjs', ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
}
