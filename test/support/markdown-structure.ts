import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

const MARKDOWN = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

/**
 * What GitHub reads in finished text: mentions, references to issues and commits, emoji by name. The
 * letters that our own fingerprints have stand in code, where nothing is read.
 */
const READ_ON = /@\w|#\d|GH-\d|:\w+:|\b[0-9a-f]{7,40}\b/i

/** Kinds of nodes as GitHub reads a text; HTML with its text, because the only HTML is ours. */
export function markdownStructure(written: string): unknown {
  return nodes(fromMarkdown(written, MARKDOWN))
}

function nodes(node: Nodes): unknown {
  if (node.type === 'html') return node.value
  if (node.type === 'text') return READ_ON.test(node.value) ? node.value : 'text'
  return 'children' in node ? [node.type, node.children.map(nodes)] : node.type
}
