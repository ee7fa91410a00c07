import { expect, test } from 'vitest'
import { readNotes } from '../../src/render/read-notes.ts'
import { BUILT_IN_PAGES } from '../support/built-in-templates.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { attribute, elements, textIn, type HtmlElement } from '../support/html-tree.ts'
import { sitePage } from '../support/site-pages.ts'

const NOTES = `## Diagnose

### 4.1 Activate what should be active

- Gateway: ask [them](docs/gateway.md), <b>first</b>.

\`\`\`text
a value
\`\`\`

## First screen

Call the duty phone.
`

const { html } = sitePage('lead-sync', 'prod-emea', exampleWorkspace(), {
  ...BUILT_IN_PAGES,
  notes: readNotes(NOTES).sections,
})

function notes(): readonly HtmlElement[] {
  return elements(html, (element) => attribute(element, 'class') === 'team-notes')
}

test('notes end their section, set off from what is generated', () => {
  expect(notes().map((each) => textIn(each).slice(0, 40))).toEqual([
    expect.stringMatching(/^Notes of the team\s*Call the duty phone\./),
    expect.stringMatching(/^Notes of the team/),
  ])
})

test('a value in notes can be copied, HTML in them is text, and a file beside them is named', () => {
  const [, note] = notes()
  if (note === undefined) throw new Error('no notes')
  const codes = elements(note, ({ tagName }) => tagName === 'code')
  expect(codes.map(textIn)).toEqual(['../../docs/gateway.md', 'a value'])
  expect(textIn(note)).toContain('them (../../docs/gateway.md in the repository), <b>first</b>.')
  const copied = elements(note, (element) => attribute(element, 'data-copy') !== undefined)
  expect(copied.map(textIn)).toEqual(['a value'])
})

test('a heading of notes never takes the place of a step', () => {
  const steps = elements(html, (element) => attribute(element, 'data-step') === 'fix.activate')
  const [heading] = steps.flatMap((step) => elements(step, ({ tagName }) => tagName === 'h3'))
  expect(heading && attribute(heading, 'id')).toBe('41-activate-what-should-be-active')
  const others = elements(html, (element) =>
    (attribute(element, 'id') ?? '').startsWith('41-activate-what-should-be-active'),
  )
  expect(others.map((each) => attribute(each, 'id'))).toEqual([
    '41-activate-what-should-be-active-1',
    '41-activate-what-should-be-active',
  ])
})
