import { parse, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { attribute, elements, type HtmlElement } from '../support/html-tree.ts'
import { sitePage } from '../support/site-pages.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

test('changing one character of a template changes the stamp, the step, the reference and nothing else', () => {
  const before = pieces(sitePage('lead-sync', 'prod-emea').html)
  const after = pieces(
    sitePage('lead-sync', 'prod-emea', spoiledWorkspace(['"score":', '"scare":'])).html,
  )
  expect([...after.keys()]).toEqual([...before.keys()])
  expect(
    [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name),
  ).toEqual([
    'header',
    'section 0',
    'section 1: can-i-trust-it', // the stamp, said once more where it is asked for
    'section 9: webhook.crm-lead-sync.dialog',
    'section 13: payload-template-crm-lead-sync',
    'section 13: payload-sample-crm-lead-sync',
    'page-data',
  ])
})

test('a page is the same bytes each time', () => {
  expect(sitePage('sales-signals', 'prod-apac').html).toBe(
    sitePage('sales-signals', 'prod-apac').html,
  )
})

/** The page in pieces that have names: steps, cards, blocks of the reference, and what is left of each section. */
function pieces(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const element of elements(parse(html))) {
    const section = attribute(element, 'class') === 'section' ? element : undefined
    if (section !== undefined) addSection(section, found)
    if (element.tagName === 'header' || element.tagName === 'nav')
      found.set(attribute(element, 'aria-label') ?? element.tagName, serialize(element))
    if (attribute(element, 'id') === 'page-data') found.set('page-data', serialize(element))
  }
  return found
}

function addSection(section: HtmlElement, found: Map<string, string>): void {
  const name = `section ${attribute(section, 'data-section')}`
  const parts = elements(section, (element) => partName(element) !== undefined)
  let rest = serialize(section)
  for (const part of parts) {
    const text = serialize(part)
    found.set(`${name}: ${partName(part)}`, text)
    rest = rest.replace(text, () => '')
  }
  found.set(name, rest)
}

function partName(element: HtmlElement): string | undefined {
  const isStep = attribute(element, 'class') === 'step'
  const id = attribute(element, 'id')
  if (isStep) return attribute(element, 'data-step')
  return attribute(element, 'data-card') ?? (id?.startsWith('payload-') === true ? id : undefined)
}
