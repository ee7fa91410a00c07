import { expect, test } from 'vitest'
import { bundledScripts } from '../support/page-script.ts'

const scripts = bundledScripts()

test('the same sources give the same bytes', () => {
  expect(bundledScripts()).toEqual(scripts)
})

/** Of the 300 kB that a page may have; those of the playground are packed in it, to less than half. */
test.each([
  ['page.js', 33_000],
  ['playground.js', 85_000],
  ['xml-body.js', 35_000],
])('%s has less than %d characters', (file, most) => {
  expect(scripts.get(file)?.length).toBeLessThan(most)
})

test.each([...scripts.keys()])('%s is one script that a page can hold', (file) => {
  const text = scripts.get(file) ?? ''
  expect(text).toMatch(/^\(function\(\)\{/)
  // What opens a comment is spelled otherwise when the script is put into a page.
  expect(text).not.toMatch(/<\/script|sourceMappingURL/i)
})

test.each([...scripts.keys()])('%s loads nothing and makes no code from text', (file) => {
  const text = withoutNames(scripts.get(file) ?? '')
  expect(text).not.toMatch(/\beval\(|new Function|\bimport\(|\brequire\(|node:|https?:\/\//)
  expect(text).not.toMatch(/\bBuffer\b|\bprocess\./)
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)
})

/** Names that stand in texts and are never called or asked for: of the validator's parts, of namespaces, of nobody. */
function withoutNames(text: string): string {
  return text
    .replace(/`require\("ajv\/dist\/runtime\/\w+"\)\.default`/g, '')
    .replace(/`https?:\/\/(?:www\.w3\.org\/\w+\/\w+|example\.com)/g, '')
}
