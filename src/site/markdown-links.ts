import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { headingId } from './heading-key.ts'
import { htmlTags } from './html-tags.ts'

/** A link and where its address stands. */
export interface FoundLink {
  readonly url: string
  readonly start: number
  readonly end: number
}

/** What links of a document, and where links into it may lead. */
export interface LinkedDocument {
  readonly links: readonly FoundLink[]
  readonly anchors: ReadonlySet<string>
}

/** The links and headings of a Markdown file, as GitHub reads it. */
export function markdownLinks(text: string): LinkedDocument {
  const root: Root = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const nodes = [...everyNode(root)]
  return {
    links: nodes.flatMap((node) => linksOf(node, text)),
    anchors: new Set([...headingAnchors(nodes), ...htmlAnchors(nodes)]),
  }
}

function* everyNode(node: Nodes): Iterable<Nodes> {
  yield node
  if (!('children' in node)) return
  for (const child of node.children) yield* everyNode(child)
}

function linksOf(node: Nodes, text: string): readonly FoundLink[] {
  if (node.type === 'html') return htmlLinksIn(node.value, node.position?.start.offset ?? 0)
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return []
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const inside = text.slice(start, end).lastIndexOf(node.url)
  if (inside === -1 || node.url === '') return [{ url: node.url, start, end }]
  return [{ url: node.url, start: start + inside, end: start + inside + node.url.length }]
}

/** The second heading of the same words gets `-1`. */
function headingAnchors(nodes: readonly Nodes[]): readonly string[] {
  const seen = new Map<string, number>()
  return nodes.flatMap((node) => {
    if (node.type !== 'heading') return []
    const id = headingId(wordsOf(node).trim())
    const count = seen.get(id) ?? 0
    seen.set(id, count + 1)
    return [count === 0 ? id : `${id}-${count}`]
  })
}

function wordsOf(node: Nodes): string {
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function htmlAnchors(nodes: readonly Nodes[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.type === 'html'
      ? htmlTags(node.value).flatMap(({ attributes }) =>
          ['id', 'name'].flatMap((name) => attributes.get(name)?.value ?? []),
        )
      : [],
  )
}

/** The links of a page of HTML, and every id in it. */
export function htmlLinks(html: string): LinkedDocument {
  const tags = htmlTags(html)
  return {
    links: htmlLinksIn(html, 0),
    anchors: new Set(tags.flatMap(({ attributes }) => attributes.get('id')?.value ?? [])),
  }
}

function htmlLinksIn(html: string, offset: number): readonly FoundLink[] {
  return htmlTags(html).flatMap(({ attributes }) =>
    ['href', 'src'].flatMap((name) => {
      const found = attributes.get(name)
      if (found === undefined) return []
      return [{ url: found.value, start: offset + found.start, end: offset + found.end }]
    }),
  )
}
