import { parse, type DefaultTreeAdapterTypes } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
type HtmlNode = DefaultTreeAdapterTypes.Node

/** Every element of a page or below a node, in the order of the page. */
export function elements(
  page: string | HtmlNode,
  isWanted: (element: HtmlElement) => boolean = () => true,
): readonly HtmlElement[] {
  const node = typeof page === 'string' ? parse(page) : page
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap((child) => [
    ...('tagName' in child && isWanted(child) ? [child] : []),
    ...elements(child, isWanted),
  ])
}

export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value
}

/** All text below a node, as a script would read it. */
export function textIn(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}
