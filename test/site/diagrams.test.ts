import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { drawMermaid } from '../../src/site/diagrams/draw-mermaid.ts'
import { drawSequence } from '../../src/site/diagrams/draw-sequence.ts'
import { readSvg } from '../../src/site/diagrams/read-svg.ts'
import { wrapText } from '../../src/site/diagrams/wrap-text.ts'
import { lifecycleDiagram } from '../../src/render/diagrams/lifecycle-diagram.ts'
import { mermaidStates } from '../../src/render/diagrams/mermaid.ts'
import { burstRows } from '../../src/render/runbook/burst-rows.ts'
import { sequenceDiagram } from '../../src/render/diagrams/sequence-diagram.ts'
import { EXAMPLES, exampleProgram } from '../support/example-programs.ts'
import { attribute, elements, textIn, type HtmlElement } from '../support/html-tree.ts'
import { sitePage } from '../support/site-pages.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

const HOSTILE = 'a;b#c "<script>alert(1)</script>" %%{init}%% \\n[x](y)'

function svgs(html: string): readonly HtmlElement[] {
  return elements(html, ({ tagName }) => tagName === 'svg')
}

/** The words of a drawing: where a line is broken, a blank may have stood or not. */
function words(html: string): string {
  return elements(html, ({ tagName }) => tagName === 'text')
    .map(textIn)
    .join('')
    .replaceAll(' ', '')
}

test.each(EXAMPLES)(
  '%s in %s: both diagrams are drawn, with all their words',
  (id, environment) => {
    const compiled = exampleProgram(id, environment)
    const drawn = svgs(sitePage(id, environment).html)
    expect(drawn).toHaveLength(3)
    const sequence = sequenceDiagram(compiled)
    const states = lifecycleDiagram(compiled)
    const [first, second] = [
      words(toHtml(drawSequence(sequence, 'a'))),
      words(toHtml(drawMermaid(mermaidStates(states), 'b') ?? [])),
    ]
    for (const { text } of sequence.messages) expect(first).toContain(text.replaceAll(' ', ''))
    for (const name of states.states) expect(second).toContain(name.replaceAll(' ', ''))
    for (const { text } of states.transitions) expect(second).toContain(text.replaceAll(' ', ''))
    expect(second).not.toMatch(/acc(?:Title|Descr)|#\d+;/)
  },
)

test('bars of a burst are as long as it takes, and say what the table says', () => {
  const rows = burstRows(exampleProgram('lead-sync', 'prod-emea'))
  const picture = svgs(sitePage('lead-sync', 'prod-emea').html).at(-1)
  if (picture === undefined) throw new Error('there is no picture')
  const widths = elements(picture, ({ tagName }) => tagName === 'rect').map((bar) =>
    Number(attribute(bar, 'width')),
  )
  const longest = Math.max(...rows.map(({ drain }) => drain))
  expect(rows.length).toBeGreaterThan(1)
  expect(widths).toEqual(rows.map(({ drain }) => expect.closeTo((320 * drain) / longest, 0)))
  for (const { leads, atATime, done } of rows) {
    expect(textIn(picture)).toContain(`${leads} people, ${atATime}: ${done}.`)
    expect(textIn(picture)).toContain(`${leads}${atATime}${done}`)
  }
})

test('a picture says what it shows, and two of them share no id', () => {
  const { html } = sitePage('lead-sync', 'prod-emea')
  for (const svg of svgs(html)) {
    expect(attribute(svg, 'role')).toBe('img')
    const named = ['aria-labelledby', 'aria-describedby'].map((name) => attribute(svg, name))
    const [title, description] = elements(svg, ({ tagName }) => ['title', 'desc'].includes(tagName))
    expect([title, description].map((each) => each && attribute(each, 'id'))).toEqual(named)
  }
  const ids = svgs(html).flatMap((svg) =>
    elements(svg).flatMap((each) => attribute(each, 'id') ?? []),
  )
  expect(ids.length).toBeGreaterThan(5)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a picture refers to nothing outside the page', () => {
  const { html } = sitePage('lead-sync', 'prod-emea')
  expect(html).not.toContain('@import')
  expect(
    [...html.matchAll(/url\(([^)]*)\)/g)].filter(([, to = '']) => !to.startsWith('#')),
  ).toEqual([])
})

test('a hostile name is text in a picture', () => {
  const title = `title: ${JSON.stringify(HOSTILE)}`
  const workspace = spoiledWorkspace(
    ['title: Lead sync to the CRM', title],
    ['name: 01 Sync to CRM', `name: ${JSON.stringify(HOSTILE)}`],
    ['list: CRM Sync Failed', `list: ${JSON.stringify(HOSTILE)}`],
  )
  const { html } = sitePage('lead-sync', 'prod-emea', workspace)
  expect(elements(html, ({ tagName }) => tagName === 'script')).toHaveLength(1)
  const drawn = svgs(html)
  expect(drawn).toHaveLength(3)
  for (const svg of drawn.slice(0, 2)) {
    const [named] = elements(svg, ({ tagName }) => tagName === 'title')
    expect(named && textIn(named)).toContain('"<script>alert(1)</script>"')
  }
})

test('nothing of an SVG comes onto a page but its shapes', () => {
  const svg =
    '<svg width="10" height="9.5"><style>@import url(https://a.example)</style><script>x()</script>' +
    '<g onclick="x()" data-id="1"><a href="https://a.example"><rect/></a>' +
    '<rect id="r" fill="url(https://a.example)" x="1.23456"/><image href="x"/><text>a#59;b</text></g></svg>'
  const read = readSvg(svg, 'd')
  expect(read && toHtml([...read.children], { space: 'svg' })).toBe(
    '<g><rect id="d-r" x="1.2"></rect><text>a;b</text></g>',
  )
  expect([read?.width, read?.height]).toEqual([10, 10])
})

test.each([
  ['a text that is no diagram', 'accTitle: a\naccDescr: b\nhello there'],
  ['a diagram without a title', 'stateDiagram-v2\n  accDescr: b\n  [*] --> s1'],
  ['a diagram without a description', 'stateDiagram-v2\n  accTitle: b\n  [*] --> s1'],
])('%s is not drawn', (_, source) => {
  expect(drawMermaid(source, 'd')).toBeUndefined()
})

test('what is no SVG is not read', () => {
  expect(readSvg('<svg width="1" height="1"><g></svg>', 'd')).toBeUndefined()
  expect(readSvg('<svg><g></g></svg>', 'd')).toBeUndefined()
})

test.each([
  ['a b c', 3, ['a b', 'c']],
  ['abcdef', 4, ['abcd', 'ef']],
  ['host.example.com', 10, ['host.', 'example.', 'com']],
  ['', 4, ['']],
])('%j wraps at %i as %j', (text, length, lines) => {
  expect(wrapText(text, length)).toEqual(lines)
})
