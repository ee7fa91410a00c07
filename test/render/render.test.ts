import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screenNamed } from '../../src/marketo/screens/screens.ts'
import { cellCode, codeBlock, escapeMarkdown, inlineCode } from '../../src/render/markdown.ts'
import { renderTemplate } from '../../src/render/render-template.ts'
import { pagesOf } from '../support/built-in-templates.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { renderPages } from '../support/pages.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const PROGRAMS = exampleWorkspace().programs.map(({ id }) => id)

test.each(PROGRAMS)('the committed files of %s are what is rendered, byte for byte', (id) => {
  for (const { path, content } of renderPages(id, exampleWorkspace(), pagesOf(id))) {
    expect(content, path).toBe(readFileSync(`programs/${id}/generated/${path}`, 'utf8'))
  }
})

test.each(PROGRAMS)('%s is rendered twice to the same bytes', (id) => {
  expect(renderPages(id)).toEqual(renderPages(id))
})

test.each(PROGRAMS)('no file of %s holds a secret, an absolute path or a date of today', (id) => {
  const text = renderPages(id)
    .map(({ content }) => content)
    .join('\n')
  expect(text).not.toMatch(/\/work\/|\/home\/|\/root\/|[A-Z]:\\\\/)
  expect(text).not.toContain('hookbook-secret')
})

test('the payload file holds the exact bytes of the Template field', () => {
  const files = new Map(renderPages('lead-sync').map(({ path, content }) => [path, content]))
  const form = JSON.parse(files.get('production/marketo-form.json') ?? '')
  const fields: readonly { readonly label: string; readonly value: string }[] =
    form.webhooks['crm-lead-sync'].dialog
  expect(fields.find(({ label }) => label === 'Template')?.value).toBe(
    files.get('production/crm-lead-sync.template.json'),
  )
  expect(fields.map(({ label }) => label)).toEqual(screenNamed('new-webhook').fields)
})

test('a comment changes nothing', () => {
  const path = 'programs/lead-sync/program.yaml'
  const changed = readFileSync(path, 'utf8').replace('revision: 7', 'revision: 7 # seven')
  expect(
    renderPages('lead-sync', readWorkspace('programs/project.yaml', new Map([[path, changed]]))),
  ).toEqual(renderPages('lead-sync'))
})

test.each([
  ['a|b', 'a\\|b'],
  ['<script>', '&lt;script\\>'],
  ['*x* _y_ `z`', '\\*x\\* \\_y\\_ \\`z\\`'],
  ['{{x}} [a](b)', '\\{\\{x\\}\\} \\[a\\](b)'],
  ['a\n# b', 'a \\# b'],
  ['- a', '\\- a'],
  ['1. a', '1\\. a'],
  ['1.5 a-b', '1.5 a-b'],
  ['a\u202eb', 'a\\\\u\\{202e\\}b'],
  ['$x$', '\\$x\\$'],
])('the text %j is escaped as %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected)
})

test('code keeps its characters, whatever fences it holds', () => {
  expect(inlineCode('a`b').markdown).toBe('``a`b``')
  expect(inlineCode('`').markdown).toBe('`` ` ``')
  expect(inlineCode('a|b').markdown).toBe('`a|b`')
  expect(cellCode('a|b').markdown).toBe('`a\\|b`')
  expect(codeBlock('```\nx', 'text').markdown).toBe('````text\n```\nx\n````')
})

test('texts in a view are escaped unless they are Markdown', () => {
  const templates = { page: '{{a}} {{b}} {{#each c}}{{this}};{{/each}}' }
  expect(renderTemplate('page', templates, { a: '*', b: { markdown: '*' }, c: ['<', 1] })).toBe(
    '\\* * &lt;;1;\n',
  )
})
