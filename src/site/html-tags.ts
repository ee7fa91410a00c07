/** A start tag in a page that was printed by us. */
export interface HtmlTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, HtmlAttribute>
}

export interface HtmlAttribute {
  readonly value: string
  /** Where its value stands in the text of the page. */
  readonly start: number
  readonly end: number
}

const COMMENT_OR_TAG =
  /<!--[\s\S]*?-->|<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*"|='[^']*'|=[^\s"'<>=`]+)?)*)\s*\/?>/gi
const ATTRIBUTE = /([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g
const RAW = ['script', 'style']

/** Every start tag of a page, in order. What stands in scripts and styles is no markup. */
export function htmlTags(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = []
  const pattern = new RegExp(COMMENT_OR_TAG)
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const [whole, name = '', attributes = ''] = found
    if (name === '') continue
    const offset = found.index + 1 + name.length
    tags.push({ name: name.toLowerCase(), attributes: attributesOf(attributes, offset) })
    if (RAW.includes(name.toLowerCase())) {
      pattern.lastIndex = endOfRaw(html, found.index + whole.length, name)
    }
  }
  return tags
}

function attributesOf(text: string, offset: number): ReadonlyMap<string, HtmlAttribute> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map((found) => {
      const [whole, name = '', double, single, bare] = found
      const written = double ?? single ?? bare ?? ''
      const isQuoted = (double ?? single) !== undefined
      const end = offset + found.index + whole.length - (isQuoted ? 1 : 0)
      const value = decodeReferences(written)
      return [name.toLowerCase(), { value, start: end - written.length, end }] as const
    }),
  )
}

function endOfRaw(html: string, from: number, name: string): number {
  const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, from)
  return end === -1 ? html.length : end
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The references that our printer writes. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return NAMED[name] ?? whole
  })
}

/** Every place of a page that a link can lead to. */
export function anchorsOf(html: string): ReadonlySet<string> {
  return new Set(
    htmlTags(html).flatMap(({ attributes }) => {
      const id = attributes.get('id')
      return id === undefined ? [] : [id.value]
    }),
  )
}
