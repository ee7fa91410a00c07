import type { Element, ElementContent, RootContent } from 'hast'

/** Every element of a tree, changed from the leaves up and in the order of the page. */
export function mapElements(
  nodes: readonly ElementContent[],
  change: (element: Element) => readonly ElementContent[],
): readonly ElementContent[] {
  return nodes.flatMap((node) =>
    node.type === 'element'
      ? change({ ...node, children: [...mapElements(node.children, change)] })
      : [node],
  )
}

/** All text of a node, in the order of the page. */
export function textOf(node: ElementContent | RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Where links can lead to. */
export function idsOf(nodes: readonly ElementContent[]): ReadonlySet<string> {
  const elements = nodes.filter((node) => node.type === 'element')
  return new Set(
    elements.flatMap(({ properties, children }) => [
      ...(typeof properties['id'] === 'string' ? [properties['id']] : []),
      ...idsOf(children),
    ]),
  )
}

export function isElement(
  node: ElementContent | undefined,
  ...tagNames: readonly string[]
): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))
}

/** 3 for an `h3`; undefined for anything else. */
export function headingDepth(node: ElementContent): number | undefined {
  const depth = node.type === 'element' ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined
  return depth === undefined ? undefined : Number(depth)
}

/** The line breaks that stand between blocks say nothing. */
export function withoutBlanks(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
}

export interface Part {
  /** The node that begins the part; undefined for what stands before the first. */
  readonly head: Element | undefined
  readonly body: readonly ElementContent[]
}

/** Cuts a sequence of nodes before each that `begins`; what stands before the first is the first part. */
export function cutBefore(
  nodes: readonly ElementContent[],
  begins: (element: Element) => boolean,
): readonly Part[] {
  const parts: { head: Element | undefined; body: ElementContent[] }[] = [
    { head: undefined, body: [] },
  ]
  for (const node of nodes) {
    if (isElement(node) && begins(node)) parts.push({ head: node, body: [] })
    else parts.at(-1)?.body.push(node)
  }
  return parts
}
