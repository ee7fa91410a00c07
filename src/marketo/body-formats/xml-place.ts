/** Where a text breaks off: in text, CDATA or a comment, in an attribute's value behind its quote, or in other markup. */
export type XmlPlace = 'text' | 'cdata' | 'comment' | '"' | "'" | 'markup'

/** Whatever is complete: comments, CDATA, instructions, and tags with their quoted values. */
const COMPLETE =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^!?"'<>](?:[^"'<>]|"[^"]*"|'[^']*')*>/g

/** The place at the end of the first part of a document. */
export function xmlPlaceAfter(before: string): XmlPlace {
  const rest = before.replace(COMPLETE, '')
  const open = rest.indexOf('<')
  if (open === -1) return 'text'
  if (rest.startsWith('<![CDATA[', open)) return 'cdata'
  if (rest.startsWith('<!--', open)) return 'comment'
  if (/^<[!?]/.test(rest.slice(open))) return 'markup'
  return openQuote(rest.slice(open)) ?? 'markup'
}

function openQuote(tag: string): '"' | "'" | undefined {
  let quote: '"' | "'" | undefined
  for (const character of tag) {
    if (character !== '"' && character !== "'") continue
    if (quote === undefined) quote = character
    else if (quote === character) quote = undefined
  }
  return quote
}
