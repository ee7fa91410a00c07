import { expect, test } from 'vitest'
import { movementsMarkdown } from '../../src/render/movement-markdown.ts'
import { codeBlocks, renderPages } from '../support/pages.ts'
import { spoiledWorkspace, type Replacement } from '../support/spoiled-program.ts'

const NAME = 'A|B `c` <script>alert(1)</script> {{x}} **d** [e](f)\\nG'
const ESCAPED =
  'A\\|B \\`c\\` &lt;script\\>alert(1)&lt;/script\\> \\{\\{x\\}\\} \\*\\*d\\*\\* \\[e\\](f) G'
const HOSTILE: readonly Replacement[] = [
  ['name: 01 Sync to CRM', `name: "${NAME}"`],
  ['title: Lead sync to the CRM', `title: "${NAME}"`],
  ['list: CRM Sync Failed', `list: "${NAME}"`],
]

function rendered(...replacements: readonly Replacement[]): ReadonlyMap<string, string> {
  const files = renderPages('lead-sync', spoiledWorkspace(...replacements))
  return new Map(files.map(({ path, content }) => [path, content]))
}

test('a hostile name stays text in headings, tables and sentences', () => {
  const runbook = rendered(...HOSTILE).get('prod-emea/runbook.md') ?? ''
  expect(runbook).toContain(`# ${ESCAPED}: prod-emea\n`)
  expect(runbook).toContain(` ${ESCAPED}: smart list\n`)
  expect(runbook).toContain(`list ${ESCAPED}`)
  expect(outsideCode(runbook)).not.toContain('<script')
  expect(outsideCode(rendered(...HOSTILE).get('contract.md') ?? '')).not.toContain('<script')
})

/** What a renderer could take for markup. */
function outsideCode(page: string): string {
  return page.replace(/^( *)(`{3,})[a-z]*\n[\s\S]*?\n\1\2$/gm, '').replace(/(`+)[^`\n]+\1/g, '')
}

test('a hostile name in a block to copy is the name, letter by letter', () => {
  const runbook = rendered(...HOSTILE).get('prod-emea/runbook.md') ?? ''
  expect(codeBlocks(runbook)).toContain(NAME.replace('\\n', '\n'))
})

test('a hostile template keeps its bytes in a fence that is longer than its own', () => {
  const files = rendered(['        "region": {{my.Region Code}},', '      ````\n      <script>|'])
  expect(files.get('prod-emea/runbook.md')).toContain('   `````json\n')
  expect(files.get('production/crm-lead-sync.template.json')).toContain('````\n<script>|\n')
})

test('a block stands under the text of its item, also below the tenth', () => {
  const move = { kind: 'enter', label: 'Value', value: 'x', language: 'text' } as const
  const outline = { sections: new Map(), steps: new Map() }
  const items = movementsMarkdown(
    Array.from({ length: 10 }, () => move),
    outline,
  )
  expect(items[8]).toContain('\n   ```text\n   x\n   ```')
  expect(items[9]).toContain('\n    ```text\n    x\n    ```')
  expect(movementsMarkdown([move], outline)).toEqual(['In **Value** enter:\n\n```text\nx\n```'])
})

test('one character of a template changes only what holds or fingerprints it', () => {
  const before = rendered()
  const after = rendered(['"score":', '"scare":'])
  const changed = [...after].filter(([path, text]) => before.get(path) !== text)
  expect(changed.map(([path]) => path)).toEqual([
    'contract.md',
    'manifest.json',
    'prod-apac/runbook.md',
    'prod-emea/runbook.md',
    'production/crm-lead-sync.sample.json',
    'production/crm-lead-sync.template.json',
    'production/marketo-form.json',
    'sandbox-emea/runbook.md',
    'sandbox/crm-lead-sync.sample.json',
    'sandbox/crm-lead-sync.template.json',
    'sandbox/marketo-form.json',
  ])
})

test.each([
  [
    'a filter logic',
    'qualification: every time',
    'qualification: every time\n    filterLogic: any',
  ],
  ['a priority', 'qualification: every time', 'qualification: every time\n    priority: High'],
  ['a folder', 'folder: Operational/CRM', 'folder: Operational/Sales'],
])('%s is part of the fingerprint', (_, written, instead) => {
  const prints = (files: ReadonlyMap<string, string>): unknown =>
    JSON.parse(files.get('manifest.json') ?? '{}').fingerprints
  expect(prints(rendered([written, instead]))).not.toEqual(prints(rendered()))
})

test('the manifest names every file that a value comes from, overlays too', () => {
  expect(JSON.parse(rendered().get('manifest.json') ?? '{}').sources).toEqual([
    '../../schemas/crm-lead.request.schema.json',
    '../../schemas/crm-lead.response.schema.json',
    '../project.yaml',
    'overlays/apac.yaml',
    'overlays/emea.yaml',
    'overlays/sandbox.yaml',
    'program.yaml',
  ])
})
