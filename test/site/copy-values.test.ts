import { expect, test } from 'vitest'
import type { Workspace } from '../../src/model/workspace.ts'
import { attribute, elements, textIn } from '../support/html-tree.ts'
import { pageOf, renderPages } from '../support/pages.ts'
import { sitePage, sitePages, type SitePage } from '../support/site-pages.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

const PAGES = sitePages().map((page) => [`${page.program} ${page.environment}`, page] as const)

/** The text of every block to copy, as a browser reads it. */
function copied({ html }: SitePage): ReadonlySet<string> {
  const blocks = elements(html, (element) => attribute(element, 'data-copy') !== undefined)
  const codes = blocks.flatMap((block) => elements(block, ({ tagName }) => tagName === 'code'))
  return new Set(codes.map(textIn))
}

/** Every value that is typed or chosen; labels and kinds of rules are the form's own words. */
function formValues({ program, environment, runbook }: SitePage, workspace?: Workspace) {
  const [webhook] = runbook.context.compiled.webhooks
  const folder = webhook === undefined ? '' : runbook.folderOf(webhook).replace('../', '')
  const form: {
    readonly webhooks: unknown
    readonly environments: Readonly<Record<string, unknown>>
  } = JSON.parse(pageOf(renderPages(program, workspace), `${folder}/marketo-form.json`))
  return [...leaves(form.webhooks), ...leaves(form.environments[environment])]
}

function leaves(value: unknown, key = ''): readonly string[] {
  if (['label', 'add', 'isExecutable', 'secret'].includes(key)) return []
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, member]) => leaves(member, name))
  return value === undefined || value === '' ? [] : [String(value)]
}

test.each(PAGES)('%s holds every value of the form, byte for byte', (_, page) => {
  const blocks = copied(page)
  const values = formValues(page)
  expect(values.length).toBeGreaterThan(20)
  expect(values.filter((value) => !blocks.has(value))).toEqual([])
})

test.each([
  ['a line break at the start', '\n\n{"a": 1}'],
  ['many line breaks at the end', '{"a": 1}\n\n\n'],
  ['a carriage return', '{"a":\r1}'],
  ['a carriage return at the end', '{"a": 1}\r'],
  ['line breaks of Windows', '{\r\n"a": 1\r\n}\r\n'],
  ['tabs and blanks', '\t{\n  \t"a":  1 \t\n}   '],
  ['a character beyond the first plane', '{"a": "😀𝒳"}'],
  ['markup', '</code></pre><script>alert(1)</script>&amp;&lt;<!--'],
  ['fences', '```\n````` text\n~~~'],
  ['a heading and a list', '# a\n\n- b\n\n1. c'],
  ['characters that nobody sees', '\u200b{"a":\u00a0"\u2028\ufeff"}'],
])('a template with %s is copied as it is', (_, template) => {
  const workspace = withTemplate(template)
  const page = sitePage('lead-sync', 'prod-emea', workspace)
  const [webhook] = page.runbook.context.compiled.webhooks
  expect(webhook?.typedTemplate).toBe(template)
  expect(copied(page)).toContain(template)
  const values = formValues(page, workspace)
  expect(values.filter((value) => !copied(page).has(value))).toEqual([])
  expect(elements(page.html, ({ tagName }) => tagName === 'script')).toHaveLength(1)
})

function withTemplate(template: string): Workspace {
  return spoiledWorkspace([TEMPLATE, `    template: ${JSON.stringify(template)}\n`])
}

/** The template of the example, as its definition writes it. */
const TEMPLATE =
  '    template: |\n      {\n        "marketoId": {{lead.Id}},\n        "email": {{lead.Email Address}},\n' +
  '        "firstName": {{lead.First Name}},\n        "lastName": {{lead.Last Name}},\n' +
  '        "company": {{company.Company Name}},\n        "score": {{lead.Lead Score:default=0}},\n' +
  '        "region": {{my.Region Code}},\n        "syncedAt": {{system.dateTime}}\n      }\n'

test('what is typed into Marketo can be pasted back, and what holds a secret cannot', () => {
  const { html, runbook } = sitePage('lead-sync', 'prod-emea')
  const checked = elements(html, (element) => attribute(element, 'data-check') !== undefined)
  const labels = checked
    .filter((block) => attribute(block, 'data-check') === 'webhook.crm-lead-sync.headers')
    .map((block) => [attribute(block, 'data-label'), textIn(block)])
  expect(labels).toEqual([
    ['Header', 'Content-Type'],
    ['Value', 'application/json'],
    ['Header', 'Authorization'],
  ])
  expect(checked.map(textIn).filter((text) => text.includes('${secret}'))).toEqual([])
  expect(runbook.context.compiled.webhooks.length).toBe(1)
})

test('the files of a payload are the blocks that hold them', () => {
  const { html } = sitePage('lead-sync', 'prod-emea')
  const links = elements(
    html,
    (element) => attribute(element, 'href') === '#payload-template-crm-lead-sync',
  )
  expect(links.map(textIn)).toEqual(['crm-lead-sync.template.json'])
  const [block] = elements(
    html,
    (element) => attribute(element, 'id') === 'payload-template-crm-lead-sync',
  )
  expect(block && textIn(block)).toContain('"marketoId": {{lead.Id}}')
})
