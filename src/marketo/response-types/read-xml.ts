import { SaxesParser } from 'saxes'
import type { BodyReading } from '../body-formats/body-format.ts'

/** Guards against documents that are made to exhaust whoever reads them. */
const LIMITS = { depth: 64, elements: 20_000 } as const

interface Element {
  readonly name: string
  /** Names and positions from the root: `/order[0]/line[1]`. */
  readonly place: string
  readonly children: Map<string, unknown[]>
  text: string
}

/**
 * XML as the mappings see it: an element with children is an object, one without is its text, and one
 * that is repeated is an array. Document types, and so entities of their own, are refused.
 * Attributes, namespaces and CDATA in mappings are documented nowhere; names keep their prefix.
 * Source of the shape: Experience League, "Response Mappings".
 */
export function readXml(text: string): BodyReading {
  const parser = new SaxesParser({ xmlns: false })
  const root: Element = { name: '', place: '', children: new Map(), text: '' }
  const attributes = new Map<string, string>()
  const open: Element[] = [root]
  let problem: { readonly reason: string; readonly offset: number } | undefined
  let elements = 0
  const refuse = (reason: string): void => {
    problem ??= { reason, offset: Math.max(0, parser.position - 1) }
  }
  parser.on('error', (error) => refuse(xmlReason(error.message)))
  parser.on('doctype', () => refuse('a document type is not allowed'))
  parser.on('opentag', ({ name, attributes: own }) => {
    elements += 1
    if (open.length > LIMITS.depth || elements > LIMITS.elements)
      refuse('the document is too large')
    const parent = open.at(-1) ?? root
    const place = `${parent.place}/${name}[${parent.children.get(name)?.length ?? 0}]`
    for (const [key, value] of Object.entries(own)) attributes.set(`${place}@${key}`, value)
    open.push({ name, place, children: new Map(), text: '' })
  })
  const addText = (chunk: string): void => {
    const top = open.at(-1)
    if (top !== undefined) top.text += chunk
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const done = open.length > 1 ? open.pop() : undefined
    const parent = open.at(-1)
    if (done === undefined || parent === undefined) return
    const namesakes = parent.children.get(done.name)
    if (namesakes === undefined) parent.children.set(done.name, [valueOf(done)])
    else namesakes.push(valueOf(done))
  })
  feed(parser, text, () => problem !== undefined)
  if (problem === undefined && root.children.size === 0) refuse('there is no root element')
  return problem === undefined
    ? { status: 'read', value: valueOf(root), attributes }
    : { status: 'unreadable', ...problem }
}

/** In pieces, so that a refused document is not read to its end. */
function feed(parser: SaxesParser, text: string, isRefused: () => boolean): void {
  const size = 4096
  for (let at = 0; at < text.length && !isRefused(); at += size) {
    parser.write(text.slice(at, at + size))
  }
  if (!isRefused()) parser.close()
}

function valueOf(element: Element): unknown {
  if (element.children.size === 0) return element.text
  const members: Record<string, unknown> = Object.create(null)
  for (const [name, values] of element.children) {
    members[name] = values.length === 1 ? values[0] : values
  }
  return members
}

/** The parser's message without its position, which we give as an offset. */
function xmlReason(message: string): string {
  return message.replace(/^(?:undefined|[0-9]+):[0-9]+: /, '').replace(/\.$/, '')
}
