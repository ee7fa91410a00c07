import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { htmlTags } from '../../src/site/html-tags.ts'
import { linkProblem, type Surroundings } from '../../src/site/link-problem.ts'
import { htmlLinks, markdownLinks } from '../../src/site/markdown-links.ts'
import { sitePages } from '../support/site-pages.ts'

const [PAGE] = sitePages()
const HTML = PAGE?.html ?? ''

/** Ids and addresses as a browser's reader of HTML finds them. */
function attributesByParse5(html: string): readonly string[] {
  const found: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (['id', 'href', 'src'].includes(name)) found.push(`${name}=${value}`)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found.sort()
}

test('a page of ours is read as a browser reads it', () => {
  const own = htmlTags(HTML).flatMap(({ attributes }) =>
    [...attributes]
      .filter(([name]) => ['id', 'href', 'src'].includes(name))
      .map(([name, { value }]) => `${name}=${value}`),
  )
  expect(own.sort()).toEqual(attributesByParse5(HTML))
  expect(own.length).toBeGreaterThan(300)
})

test('an address is found where it stands, and not in texts, scripts or comments', () => {
  const html = `<p title="a>b">x <a class=k href="a&amp;b.html">&lt;a href="no"></a>
<script>const x = '<a href="no">'</script><style>a{}</style><!-- <a href="no"> --><img alt src='c.svg'>`
  const { links } = htmlLinks(html)
  expect(links.map(({ url }) => url)).toEqual(['a&b.html', 'c.svg'])
  expect(links.map(({ start, end }) => html.slice(start, end))).toEqual(['a&amp;b.html', 'c.svg'])
})

test('links of Markdown are found where they stand, however they are written', () => {
  const text = `# A *b* \`c\`

# A b c

[x](one.md "t") ![y](two.svg) <https://three.example> [z][ref] <a id="four" href="five.md">

\`[no](no.md)\`

[ref]: <six seven.md>
`
  const { links, anchors } = markdownLinks(text)
  expect(links.map(({ url }) => url)).toEqual([
    'one.md',
    'two.svg',
    'https://three.example',
    'five.md',
    'six seven.md',
  ])
  expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(links.map(({ url }) => url))
  expect([...anchors]).toEqual(['a-b-c', 'a-b-c-1', 'four'])
})

const AROUND: Surroundings = {
  isThere: (path) => ['docs/a.md', 'docs/b.txt', 'docs', 'README.md', 'docs/ü x.md'].includes(path),
  anchorsOf: (path) => (path.endsWith('.md') ? new Set(['one', 'two-words']) : undefined),
  namesIn: () => ['a.md', 'b.txt'],
}

test.each([
  'a.md',
  './a.md#one',
  '#two-words',
  '#',
  'b.txt#L10',
  '../README.md',
  '/README.md',
  '../docs/',
  '%C3%BC%20x.md',
  'a.md?plain=1#one',
  'https://example.com',
  'http://127.0.0.1:8080/a?b#c',
  'mailto:jane.doe@example.com?subject=x',
  'tel:+4930123456',
])('%s leads somewhere', (url) => {
  expect(linkProblem(url, 'docs/from.md', AROUND)).toBeUndefined()
})

test.each([
  ['c.md', '"c.md" leads nowhere: there is no "docs/c.md"', 'did you mean "a.md"?'],
  [
    'a.md#tow-words',
    '"a.md#tow-words" leads nowhere: there is no heading "#tow-words" in "docs/a.md"',
    'did you mean "#two-words"?',
  ],
  [
    '#three',
    '"#three" leads nowhere: there is no heading "#three"',
    'name a heading that there is',
  ],
  [
    '../../README.md',
    '"../../README.md" leads nowhere: there is no "../README.md"',
    'name a file that there is',
  ],
  [
    '/docs/none',
    '"/docs/none" leads nowhere: there is no "docs/none"',
    'name a file that there is',
  ],
  ['', 'this link has no address', 'write one'],
  [
    '//example.com',
    '"//example.com" has no scheme',
    'write the whole address: https://example.com',
  ],
  ['https:example.com', '"https:example.com" is no address', 'write the whole address'],
  ['https://', '"https://" is no address', 'write the whole address'],
  ['https://${host}/x', '"https://${host}/x" is no address', 'write the whole address'],
  ['mailto:jane', '"mailto:jane" is no address', 'write mailto:name@example.com'],
  [
    'javascript:alert(1)',
    '"javascript:alert(1)" leads to no page that others have',
    expect.any(String),
  ],
  [
    'file:///etc/passwd',
    '"file:///etc/passwd" leads to no page that others have',
    expect.any(String),
  ],
])('%s leads nowhere', (url, message, help) => {
  expect(linkProblem(url, 'docs/from.md', AROUND)).toMatchObject({ message, help })
})
