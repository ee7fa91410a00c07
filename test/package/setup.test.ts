import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/** A copy of what runs before anything is installed, on a machine where no browser is in its usual place. */
function withoutBrowser(name: string): string {
  const copy = join(folder, name)
  cpSync('scripts', join(copy, 'scripts'), { recursive: true })
  cpSync('assets', join(copy, 'assets'), { recursive: true })
  writeFileSync(
    join(copy, 'assets', 'browser-places.json'),
    '{"linux": [], "darwin": [], "win32": []}',
  )
  return copy
}

const NOTHING_FOUND =
  'no browser could be found or installed for the tests of pages (the packages are not installed); install Chrome, Chromium or Edge, or name one with HOOKBOOK_BROWSER=<path>; HOOKBOOK_SKIP_BROWSER=1 leaves these tests out\n'

/** Nothing that could install a browser is on this path. */
const BARE = { PATH: '', HOOKBOOK_BROWSER: '', HOOKBOOK_SKIP_BROWSER: '', CHROME_PATH: '' }

test('a machine without a browser, and without a way to get one, is told what to do', () => {
  const copy = withoutBrowser('bare')
  const ended = spawnSync(process.execPath, [join(copy, 'scripts/setup.mjs'), 'browser'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: BARE,
  })
  expect([ended.status, ended.stderr]).toEqual([1, NOTHING_FOUND])
})

/** Root may write everywhere: then nobody in particular tries. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

test.skipIf(process.platform === 'win32')(
  'a folder that cannot be written to is told at once, not waited for',
  () => {
    const copy = withoutBrowser('locked')
    chmodSync(folder, 0o755)
    chmodSync(copy, 0o555)
    const ended = spawnSync(process.execPath, [join(copy, 'scripts/setup.mjs'), 'browser'], {
      encoding: 'utf8',
      timeout: 20_000,
      env: BARE,
      ...NOBODY,
    })
    chmodSync(copy, 0o755)
    expect(ended.stderr).toMatch(
      /^"[^"]+" cannot be written to \(EACCES\); run this as the user who owns the folder, or [^\n]*HOOKBOOK_SKIP_BROWSER=1\n$/,
    )
    expect(ended.status).toBe(1)
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
