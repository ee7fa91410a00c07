import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { mapElements } from './tree.ts'

/** Where the generated files of a program are found on the site; undefined for a file that is not there. */
export type Addresses = (path: string) => string | undefined

/**
 * Links that lead to generated files lead to their pages; a file that is not on the site is named by its
 * place in the repository instead. Links to other sites give nothing away.
 */
export function rewriteLinks(
  nodes: readonly ElementContent[],
  addresses: Addresses,
): readonly ElementContent[] {
  return mapElements(nodes, (element) =>
    element.tagName === 'a' ? [rewritten(element, addresses)] : [element],
  )
}

function rewritten(link: Element, addresses: Addresses): Element {
  const href = String(link.properties['href'] ?? '')
  if (href.startsWith('#')) return link
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return outward(link)
  const target = addresses(decoded(href))
  if (target !== undefined) return { ...link, properties: { ...link.properties, href: target } }
  return h('span', [...link.children, ' (', h('code', decoded(href)), ' in the repository)'])
}

function outward(link: Element): Element {
  return { ...link, properties: { ...link.properties, rel: ['noopener', 'noreferrer'] } }
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
