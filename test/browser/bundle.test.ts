import { expect, test } from 'vitest'
import { bundledScripts } from '../support/page-script.ts'

const scripts = bundledScripts()

test('the same sources give the same bytes', () => {
  expect(bundledScripts()).toEqual(scripts)
})

test('the script of the page is small', () => {
  expect(scripts.get('page.js')?.length).toBeLessThan(32_000)
})

test.each([...scripts.keys()])('%s is one script that a page can hold', (file) => {
  const text = scripts.get(file) ?? ''
  expect(text).toMatch(/^\(function\(\)\{/)
  expect(text).not.toMatch(/<\/script|<!--|sourceMappingURL/i)
})

test.each([...scripts.keys()])('%s loads nothing and makes no code from text', (file) => {
  const text = scripts.get(file) ?? ''
  expect(text).not.toMatch(/\beval\(|new Function|\bimport\(|\brequire\(|node:|https?:\/\//)
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)
})
