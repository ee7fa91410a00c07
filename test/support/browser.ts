import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

/** True when the user wants no browser: tests that need one are skipped, and counted as that. */
export const NO_BROWSER: boolean = process.env['HOOKBOOK_SKIP_BROWSER'] === '1'

/** The browser that `scripts/setup.mjs browser` finds; where that has not been asked yet, it is asked here. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: foundBrowser() })
}

/** Its path. */
export function foundBrowser(): string {
  return foundPath() ?? setUp()
}

/** One browser for the tests of a file, opened before the first and closed after the last. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!NO_BROWSER) browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  return () => {
    if (browser === undefined) throw new Error('no browser is open')
    return browser
  }
}

function foundPath(): string | undefined {
  try {
    const found: { readonly path: string } = JSON.parse(
      readFileSync('node_modules/.cache/hookbook/browser.json', 'utf8'),
    )
    return found.path
  } catch {
    return undefined
  }
}

function setUp(): string {
  const { stderr } = spawnSync(process.execPath, ['scripts/setup.mjs', 'browser'], {
    encoding: 'utf8',
  })
  const path = foundPath()
  if (path === undefined) throw new Error(stderr)
  return path
}
