import { chromium, type Browser } from 'playwright-core'
import { readFileSync } from 'node:fs'

/** True when the user wants no browser: tests that need one are skipped, and counted as that. */
export const NO_BROWSER: boolean = process.env['HOOKBOOK_SKIP_BROWSER'] === '1'

/** What `node scripts/setup.mjs browser` has found. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath() })
}

function executablePath(): string {
  try {
    const found: { readonly path: string } = JSON.parse(
      readFileSync('node_modules/.cache/hookbook/browser.json', 'utf8'),
    )
    return found.path
  } catch {
    throw new Error('run first: node scripts/setup.mjs browser')
  }
}
