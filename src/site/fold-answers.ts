import type { BlockContent, Html, Nodes, Paragraph, Root, RootContent } from 'mdast'

const OPEN = '<details>\n<summary>Answer</summary>'
const CLOSE = '</details>'

/**
 * The answers of the drill are folded by the only raw HTML that a page's Markdown may hold; it becomes
 * elements. Any other raw HTML, which a team's own template could bring, is shown as the text that it is.
 */
export function foldAnswers(root: Root): Root {
  const children: RootContent[] = []
  let answer: RootContent[] | undefined
  for (const node of root.children) {
    if (answer === undefined && isHtml(node, OPEN)) answer = []
    else if (answer !== undefined && isHtml(node, CLOSE)) {
      children.push(details(answer))
      answer = undefined
    } else (answer ?? children).push(node)
  }
  return { ...root, children: [...children, ...(answer ?? [])].map((node) => asText(node)) }
}

function isHtml(node: RootContent, value: string): boolean {
  return node.type === 'html' && node.value === value
}

/** Markdown's tree has no such node: a quotation carries it to the tree of HTML. */
function details(answer: readonly RootContent[]): RootContent {
  const summary: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: 'Answer' }],
    data: { hName: 'summary' },
  }
  return {
    type: 'blockquote',
    // Between the two lines stand blocks: they are children of the page.
    children: [summary, ...(answer as readonly BlockContent[])],
    data: { hName: 'details' },
  }
}

function asText<Node extends Nodes>(node: Node): Node {
  if (node.type === 'html') return shown(node) as Node
  if (!('children' in node)) return node
  const children = node.children.map((child: Nodes) =>
    child.type === 'html' && isInLine(node) ? { type: 'text', value: child.value } : asText(child),
  )
  // Text stands where raw HTML stood, a paragraph where a block of it stood.
  return { ...node, children } as Node
}

function shown({ value }: Html): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

/** In a line a piece of HTML is text; between blocks it is a paragraph. */
function isInLine({ type }: Nodes): boolean {
  return !['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(type)
}
