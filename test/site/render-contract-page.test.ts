import { expect, test } from 'vitest'
import { renderContractPage } from '../../src/site/render-contract-page.ts'
import { attribute, elements, textIn } from '../support/html-tree.ts'
import { pageOf, renderPages } from '../support/pages.ts'

test('a contract is a page with one title, and its tables can be reached by the keyboard', () => {
  const markdown = pageOf(renderPages('lead-sync'), 'contract.md')
  const html = renderContractPage({
    program: 'lead-sync',
    title: 'Lead sync to the CRM',
    markdown,
    css: '',
    script: '',
  })
  const titles = elements(html, ({ tagName }) => tagName === 'h1')
  expect(titles.map(textIn)).toEqual(['Lead sync to the CRM: the contract'])
  const tables = elements(html, ({ tagName }) => tagName === 'table')
  expect(tables.length).toBeGreaterThan(2)
  const frames = elements(html, (element) => attribute(element, 'class') === 'table')
  expect(frames.map((frame) => attribute(frame, 'tabindex'))).toEqual(tables.map(() => '0'))
})
