import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { triageHtml } from '../../src/report/triage/triage-html.ts'
import { NO_BROWSER, useBrowser } from '../support/browser.ts'
import { triageWith } from './sample-triage.ts'

const PLANTED =
  '</code><script>globalThis.planted = true</script><img src="https://evil.example/x">'

describe.skipIf(NO_BROWSER)('the page of a triage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-triage-'))
  const browser = useBrowser()
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['light', 'dark'] as const)(
    'is accessible, asks nobody for anything and runs nothing: %s',
    async (colorScheme) => {
      const file = join(folder, 'triage.html')
      writeFileSync(file, triageHtml(triageWith(PLANTED), '0.0.0'))
      const context = await browser().newContext({ colorScheme })
      const page = await context.newPage()
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      await page.goto(pathToFileURL(file).href)
      expect(requests).toEqual([page.url()])
      expect(await page.evaluate("'planted' in globalThis")).toBe(false)
      expect(await page.locator('img, script').count()).toBe(0)
      expect(await page.locator('svg rect.failed').count()).toBeGreaterThan(0)
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '')
      })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await context.close()
    },
    120_000,
  )
})
