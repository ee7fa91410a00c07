import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screenNamed } from '../../src/marketo/screens/dialogs.ts'
import { cellCode, codeBlock, escapeMarkdown, inlineCode } from '../../src/render/markdown.ts'
import { renderProgram } from '../../src/render/render-program.ts'
import type { OutputFile } from '../../src/render/output-file.ts'
import { renderTemplate } from '../../src/render/render-template.ts'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { readWorkspace } from '../support/read-workspace.ts'

function render(id: string, workspace: Workspace = exampleWorkspace()): readonly OutputFile[] {
  const family = workspace.programs.find((candidate) => candidate.id === id)
  if (family === undefined || workspace.project === undefined) throw new Error(id)
  return renderProgram({
    family,
    compiled: family.deployments.map(({ program }) => compileProgram(program)),
    project: workspace.project,
    sample: workspace.leads.find(({ name }) => name === 'plain'),
  })
}

const PROGRAMS = exampleWorkspace().programs.map(({ id }) => id)

test.each(PROGRAMS)('the committed files of %s are what is rendered, byte for byte', (id) => {
  for (const { path, content } of render(id)) {
    expect(content, path).toBe(readFileSync(`programs/${id}/generated/${path}`, 'utf8'))
  }
})

test.each(PROGRAMS)('%s is rendered twice to the same bytes', (id) => {
  expect(render(id)).toEqual(render(id))
})

test.each(PROGRAMS)('no file of %s holds a secret, an absolute path or a date of today', (id) => {
  const text = render(id)
    .map(({ content }) => content)
    .join('\n')
  expect(text).not.toMatch(/\/work\/|\/home\/|\/root\/|[A-Z]:\\\\/)
  expect(text).not.toContain('hookbook-secret')
})

test('the payload file holds the exact bytes of the Template field', () => {
  const files = new Map(render('lead-sync').map(({ path, content }) => [path, content]))
  const form = JSON.parse(files.get('production/marketo-form.json') ?? '')
  const fields: readonly { readonly label: string; readonly value: string }[] =
    form.webhooks['crm-lead-sync'].dialog
  expect(fields.find(({ label }) => label === 'Template')?.value).toBe(
    files.get('production/crm-lead-sync.template.json'),
  )
  expect(fields.map(({ label }) => label)).toEqual(screenNamed('new-webhook').fields)
})

test('the runbook names the fields of the dialog in the order of the screen', () => {
  const runbook =
    render('lead-sync').find(({ path }) => path === 'prod-emea/runbook.md')?.content ?? ''
  const step = runbook.slice(
    runbook.indexOf('Create the webhook'),
    runbook.indexOf('Set the headers'),
  )
  const places = screenNamed('new-webhook').fields.map((label) => step.indexOf(`**${label}**`))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('changing one character of a template changes the stamp, the step, the reference and nothing else', () => {
  const path = 'programs/lead-sync/program.yaml'
  const changed = readFileSync(path, 'utf8').replace('"score":', '"scare":')
  const before = new Map(render('lead-sync').map((file) => [file.path, file.content]))
  const after = render(
    'lead-sync',
    readWorkspace('programs/project.yaml', new Map([[path, changed]])),
  )
  const runbook =
    after.find((file) => file.path === 'prod-emea/runbook.md')?.content.split('\n') ?? []
  const old = before.get('prod-emea/runbook.md')?.split('\n') ?? []
  const different = runbook.filter((line, index) => line !== old[index])
  expect(different.map((line) => line.trim().split(/[ :]/)[0])).toEqual(['|', '"scare"', '"scare"'])
})

test('a comment changes nothing', () => {
  const path = 'programs/lead-sync/program.yaml'
  const changed = readFileSync(path, 'utf8').replace('revision: 7', 'revision: 7 # seven')
  expect(
    render('lead-sync', readWorkspace('programs/project.yaml', new Map([[path, changed]]))),
  ).toEqual(render('lead-sync'))
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
  expect(
    renderTemplate(
      '{{a}} {{b}} {{#each c}}{{this}};{{/each}}',
      {},
      { a: '*', b: { markdown: '*' }, c: ['<', 1] },
    ),
  ).toBe('\\* * &lt;;1;\n')
})
