import type { Definition, Nodes, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

export interface PrintedNotes {
  readonly markdown: string
  /** Links that lead nowhere good; their text is printed alone. */
  readonly refused: readonly Nodes[]
}

interface Printing {
  /** Addresses that stand elsewhere in the notes, by their name. */
  readonly definitions: ReadonlyMap<string, Definition>
  readonly refuse: (node: Nodes) => void
}

/** From a page's folder to the folder that holds the notes. */
const TO_NOTES = '../../'

/**
 * Notes as they stand on a page: raw HTML as text, headings below those of the page, images as links,
 * relative links from the page's own folder. What was left open, such as a block of code, is closed.
 */
export function printNotes(
  nodes: readonly RootContent[],
  definitions: Printing['definitions'],
): PrintedNotes {
  const refused: Nodes[] = []
  const printing: Printing = { definitions, refuse: (node) => void refused.push(node) }
  const kept = nodes.filter(({ type }) => type !== 'definition')
  const root = rewrite({ type: 'root', children: kept }, undefined, printing)
  const markdown = toMarkdown(root, {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    rule: '-',
    incrementListMarker: true,
  })
  return { markdown, refused }
}

function rewrite(node: Nodes, parent: Nodes | undefined, printing: Printing): Nodes {
  const changed = change(node, parent, printing)
  if (!('children' in changed)) return changed
  const children = changed.children.map((child) => rewrite(child, changed, printing))
  // Each kind is changed into one that may stand in its place, so that the children still fit.
  return { ...changed, children } as Nodes
}

function change(node: Nodes, parent: Nodes | undefined, printing: Printing): Nodes {
  switch (node.type) {
    case 'html':
      return isInLine(parent)
        ? text(node.value)
        : { type: 'paragraph', children: [text(node.value)] }
    case 'heading':
      return { ...node, depth: DEEPER[node.depth] }
    case 'link':
      return link(node.url, node.children, node, printing)
    case 'image':
      return link(node.url, [text(node.alt ?? node.url)], node, printing)
    case 'linkReference':
      return link(addressOf(node.identifier, printing), node.children, node, printing)
    case 'imageReference':
      return link(addressOf(node.identifier, printing), [text(node.alt ?? '')], node, printing)
    default:
      return node
  }
}

/** Notes stand under a heading of the third level. */
const DEEPER = { 1: 4, 2: 4, 3: 4, 4: 5, 5: 6, 6: 6 } as const

function addressOf(identifier: string, { definitions }: Printing): string {
  return definitions.get(identifier)?.url ?? ''
}

type Phrases = Extract<Nodes, { readonly type: 'link' }>['children']

function link(url: string, children: Phrases, node: Nodes, printing: Printing): Nodes {
  const address = goodAddress(url)
  if (address !== undefined) return { type: 'link', url: address, children }
  printing.refuse(node)
  return { type: 'emphasis', children }
}

/** An address that a reader may follow, seen from the page; undefined for any other kind. */
function goodAddress(url: string): string | undefined {
  if (url === '' || url.startsWith('//')) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined) return ['http', 'https', 'mailto'].includes(scheme) ? url : undefined
  return url.startsWith('#') || url.startsWith('/') ? url : `${TO_NOTES}${url}`
}

/** In a line a piece of HTML is text; between blocks it is a paragraph. */
function isInLine(parent: Nodes | undefined): boolean {
  return parent !== undefined && IN_LINE.includes(parent.type)
}

const IN_LINE: readonly Nodes['type'][] = [
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value }
}
