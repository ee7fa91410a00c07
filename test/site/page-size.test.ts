import { expect, test } from 'vitest'
import { attribute, elements, textIn } from '../support/html-tree.ts'
import { sitePages } from '../support/site-pages.ts'

/** A page has 300 kB; this is what its scripts, and what they work with, leave to it. */
const MOST = 210_000

const PAGES = sitePages().map((page) => [`${page.program} ${page.environment}`, page] as const)

test.each(PAGES)('%s leaves 90 kB to its scripts', (_, { html }) => {
  const [data] = elements(html, (element) => attribute(element, 'id') === 'page-data')
  if (data === undefined) throw new Error('the page has no data')
  const { playground }: { readonly playground: unknown } = JSON.parse(textIn(data))
  const ofScripts = JSON.stringify(playground).length
  expect(Buffer.byteLength(html) - ofScripts).toBeLessThan(MOST)
})
