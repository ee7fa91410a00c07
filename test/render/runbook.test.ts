import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screenNamed } from '../../src/marketo/screens/screens.ts'
import type { OutputFile } from '../../src/render/output-file.ts'
import { anchorOf } from '../../src/render/outline.ts'
import { SECTIONS } from '../../src/render/runbook/sections.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { codeBlocks, pageOf, renderPages, sectionOf } from '../support/pages.ts'
import { readWorkspace } from '../support/read-workspace.ts'
import { spoiledWorkspace, type Replacement } from '../support/spoiled-program.ts'

const PROGRAMS = exampleWorkspace().programs.map(({ id }) => id)
const RUNBOOKS = PROGRAMS.flatMap((id) =>
  renderPages(id)
    .filter(({ path }) => path.endsWith('/runbook.md'))
    .map(({ path, content }) => [`${id} ${path}`, content, renderPages(id), path] as const),
)
const LEAD_SYNC = pageOf(renderPages('lead-sync'), 'prod-emea/runbook.md')

function variant(...replacements: readonly Replacement[]): string {
  const files = renderPages('lead-sync', spoiledWorkspace(...replacements))
  return pageOf(files, 'prod-emea/runbook.md')
}

test.each(RUNBOOKS)('%s has the sixteen sections in their order, none empty', (_, page) => {
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, text]) => text)
  expect(headings).toEqual(SECTIONS.map(({ number, title }) => `${number}. ${title}`))
  expect(SECTIONS.map(({ number }) => number)).toEqual([...Array(16).keys()])
  for (const { number } of SECTIONS) expect(sectionOf(page, number).trim()).not.toBe('')
})

test.each(RUNBOOKS)('%s answers the seven questions first, on one printed page', (_, page) => {
  const first = sectionOf(page, 1)
  expect([...first.matchAll(/^### (.*)$/gm)].map(([, text]) => text)).toEqual([
    'Am I on the right page?',
    'Can I trust it?',
    'Is it real?',
    'How bad is it?',
    'Stop the bleeding',
    'Whom to wake, and what to send',
    'What never to do at night',
  ])
  expect(printedLines(first)).toBeLessThanOrEqual(60)
})

/** Lines of a page at 95 characters a line, with links as their text; 60 of them fit on A4 in ten points. */
function printedLines(markdown: string): number {
  const shown = markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .trim()
  const tenths = shown
    .split('\n')
    .reduce((sum, line) => sum + Math.max(6, 10 * Math.ceil(line.length / 95)), 0)
  return tenths / 10
}

test.each(RUNBOOKS)(
  '%s holds every value of marketo-form.json in a block to copy',
  (_, page, files, path) => {
    const blocks = new Set(codeBlocks(page))
    const environment = path.slice(0, path.indexOf('/'))
    const forms = files.filter((file) => file.path.endsWith('/marketo-form.json'))
    const values = forms.flatMap(({ content }) => formValues(JSON.parse(content), environment))
    expect(values.length).toBeGreaterThan(20)
    expect(values.filter((value) => !blocks.has(value.replace(/\n$/, '')))).toEqual([])
  },
)

/** What is typed or chosen for an environment; labels and kinds of rules are the form's own words. */
function formValues(form: unknown, environment: string): readonly string[] {
  if (
    typeof form !== 'object' ||
    form === null ||
    !('environments' in form) ||
    !('webhooks' in form)
  )
    return []
  const own = Object.entries(form.environments ?? {}).find(([id]) => id === environment)
  return own === undefined ? [] : [...leaves(own[1]), ...leaves(form.webhooks)]
}

function leaves(value: unknown, key = ''): readonly string[] {
  if (['label', 'add', 'isExecutable', 'secret'].includes(key)) return []
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => leaves(member, name))
  }
  return value === undefined || value === '' ? [] : [String(value)]
}

test.each(RUNBOOKS)('%s names the fields of each dialog in the order of the screen', (_, page) => {
  for (const id of ['new-webhook', 'set-custom-header', 'edit-response-mapping'] as const) {
    const { fields, path } = screenNamed(id)
    const steps = stepsAt(page, path.at(-1) ?? '')
    const shown = steps.map((step) => rows(step, fields))
    expect(shown.length + Number(id === 'edit-response-mapping')).toBeGreaterThan(0)
    for (const labels of shown)
      expect(labels).toEqual(repeated(fields, labels.length / fields.length))
  }
})

/** The steps of section 9 whose path ends with a word. */
function stepsAt(page: string, last: string): readonly string[] {
  return sectionOf(page, 9)
    .split(/^#### /m)
    .filter((step) => new RegExp(`^Go to .*\\*\\*${last}\\*\\*\\.$`, 'm').test(step))
}

function rows(step: string, fields: readonly string[]): readonly string[] {
  return [...step.matchAll(/^[0-9]+\. (?:In|Leave) \*\*([^*]+)\*\* /gm)]
    .map(([, label = '']) => label)
    .filter((label) => fields.includes(label))
}

function repeated(fields: readonly string[], times: number): readonly string[] {
  return Array.from({ length: times }, () => fields).flat()
}

test.each(RUNBOOKS)(
  '%s: every link leads to a heading or to a generated file',
  (_, page, files, path) => {
    const anchors = new Set(
      [...page.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => anchorOf(unescaped(text))),
    )
    const paths = new Set(files.map((file) => file.path))
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    expect(links.length).toBeGreaterThan(50)
    const broken = links.filter((target) =>
      target.startsWith('#') ? !anchors.has(target) : !paths.has(resolved(path, target)),
    )
    expect(broken).toEqual([])
  },
)

function unescaped(text: string): string {
  return text
    .replace(/\\([\\`*_[\]<>|~#!{}$])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}

function resolved(path: string, target: string): string {
  return new URL(target, `https://example.com/${path}`).pathname.slice(1)
}

test('changing one character of a template changes the stamp, the step, the reference and nothing else', () => {
  const path = 'programs/lead-sync/program.yaml'
  const changed = readFileSync(path, 'utf8').replace('"score":', '"scare":')
  const workspace = readWorkspace('programs/project.yaml', new Map([[path, changed]]))
  const after = pageOf(renderPages('lead-sync', workspace), 'prod-emea/runbook.md').split('\n')
  const before = LEAD_SYNC.split('\n')
  expect(after.length).toBe(before.length)
  const different = before.flatMap((line, index) => (line === after[index] ? [] : [index]))
  expect(different.map((index) => placeOf(before, index))).toEqual([
    '0. Stamp',
    '1. First screen', // the stamp, said once more where it is asked for
    '9. Set up from nothing > 9.5.1 Create the webhook CRM Lead Sync',
    '13. Reference > Webhook CRM Lead Sync: every value',
    '13. Reference > Payload',
  ])
})

function placeOf(lines: readonly string[], index: number): string {
  const above = lines.slice(0, index).toReversed()
  const section = above.find((line) => line.startsWith('## '))?.slice(3) ?? ''
  const heading = above.find((line) => /^#{3,} (?!Can I)/.test(line)) ?? ''
  const isWithin = heading !== '' && above.indexOf(heading) < above.indexOf(`## ${section}`)
  const own = heading.replace(/^#+ /, '')
  return isWithin && !section.startsWith('1. ') ? `${section} > ${own}` : section
}

test('a section that does not apply says why', () => {
  const bare = variant(
    ['step: Call Webhook, webhook: crm-lead-sync', 'step: Wait, duration: 5 minutes'],
    ['Authorization: {secret: crm-sync-key, format: "Bearer ${secret}"}', 'X-Source: marketo'],
  )
  for (const number of [5, 6, 11, 14])
    expect(sectionOf(bare, number)).toMatch(/^\s*Does not apply: /)
  for (const number of [5, 6, 11, 14])
    expect(sectionOf(LEAD_SYNC, number)).not.toContain('Does not apply')
  expect(sectionOf(LEAD_SYNC, 9)).toContain('Not needed: the endpoint answers at once')
})

test('the secret is named by its reference and by whom to ask', () => {
  expect(sectionOf(LEAD_SYNC, 9)).toContain(
    'It is the secret `crm-sync-key` (ask crm-oncall for the value of the variable `CRM_SYNC_KEY_PRODUCTION`).',
  )
})

test('both diagrams have a title and a description, and every arrow stands in words below', () => {
  const about = sectionOf(LEAD_SYNC, 8)
  const diagrams = codeBlocks(about)
  expect(diagrams.map((text) => text.split('\n')[0])).toEqual([
    'sequenceDiagram',
    'stateDiagram-v2',
  ])
  for (const text of diagrams) {
    expect(text).toMatch(/^ {2}accTitle: .+$/m)
    expect(text).toMatch(/^ {2}accDescr: .+$/m)
  }
  const arrows = diagrams.flatMap((text) => [...text.matchAll(/^.*(?:->>|-->).*: /gm)])
  expect(about.match(/^[0-9]+\. /gm)).toHaveLength(arrows.length)
})

test('a name cannot end a statement of a diagram', () => {
  const hostile = variant(['title: Lead sync to the CRM', 'title: "a;b#c\\n%%{init}%%<d>"'])
  const [sequence = ''] = codeBlocks(sectionOf(hostile, 8))
  expect(sequence).toContain(
    'accTitle: a#59;b#35;c #37;#37;#123;init#125;#37;#37;#60;d#62;: one call\n',
  )
})

test('the drill takes twenty minutes, and each answer is folded', () => {
  for (const [, page] of RUNBOOKS) {
    const drill = sectionOf(page, 14)
    const minutes = [...drill.matchAll(/^### Question [0-9]+ \(([0-9]+) minutes\)$/gm)]
    expect(minutes.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(20)
    expect(drill.match(/^<details>\n<summary>Answer<\/summary>$/gm)).toHaveLength(minutes.length)
  }
})

test('the drill follows the definition: without a key nothing that timed out is sent again', () => {
  const unkeyed = variant([
    'idempotency: {key: [marketoId], note: a time-out does not prove that the call failed}',
    '',
  ])
  expect(sectionOf(LEAD_SYNC, 14)).toContain('Yes. A time-out does not prove')
  expect(sectionOf(unkeyed, 14)).toContain('Not before the owner of the endpoint was asked')
})

test('a page shows no lead but the sample and the invented ones', () => {
  const others = exampleWorkspace().leads.filter(({ name }) => name !== 'plain')
  const values = others.flatMap(({ values: held }) => Object.values(held).map(String))
  const telling = values.filter((value) => value.length > 12)
  expect(telling.length).toBeGreaterThan(5)
  const shown = (files: readonly OutputFile[]): readonly string[] =>
    telling.filter((value) => files.some(({ content }) => content.includes(value)))
  expect(PROGRAMS.flatMap((id) => shown(renderPages(id)))).toEqual([])
})
