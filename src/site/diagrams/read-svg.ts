import type { Element, ElementContent } from 'hast'
import { s } from 'hastscript'
import { SaxesParser } from 'saxes'
import { plainText } from './plain-text.ts'

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly children: readonly ElementContent[]
}

/** What a diagram is made of. Styles, scripts, links and pictures are left where they are. */
const SHAPES = [
  'g',
  'defs',
  'marker',
  'rect',
  'line',
  'polyline',
  'polygon',
  'path',
  'circle',
  'ellipse',
  'text',
  'tspan',
]

/** How a shape looks and where it is; `data-` attributes would only repeat its words. */
const ATTRIBUTES =
  /^(?:x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|dx|dy|d|points|width|height|refX|refY|markerWidth|markerHeight|orient|transform|fill|stroke|stroke-width|stroke-dasharray|stroke-linejoin|text-anchor|font-size|font-weight|marker-end|marker-start|id)$/

/** Colours are the page's: the library names them by custom properties. Anything else refers to nothing. */
const SAFE_VALUE = /^(?:var\(--[\w-]+\)|url\(#[\w-]+\)|[\w\s.,+-]*)$/

/**
 * The shapes of an SVG text as a tree of the page, and nothing else of it. Ids get the diagram's own in
 * front, so that two diagrams of a page do not share an arrow head. Undefined for a text that is no SVG.
 */
export function readSvg(svg: string, id: string): Drawing | undefined {
  const root: Element = s('g')
  const open: (Element | undefined)[] = []
  const parser = new SaxesParser()
  let size: Readonly<Record<string, string>> = {}
  let isBroken = false
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') size = attributes
    const parent = open.length === 0 ? root : open.at(-1)
    const shape = SHAPES.includes(name) ? s(name, ownAttributes(attributes, id)) : undefined
    if (parent !== undefined && shape !== undefined) parent.children.push(shape)
    open.push(name === 'svg' ? root : parent && shape)
  })
  parser.on('text', (text) => {
    const parent = open.at(-1)
    if (parent !== undefined && ['text', 'tspan'].includes(parent.tagName))
      parent.children.push({ type: 'text', value: plainText(text) })
  })
  parser.on('closetag', () => open.pop())
  parser.write(svg).close()
  const [width, height] = [Number(size['width']), Number(size['height'])]
  if (isBroken || !(width > 0) || !(height > 0)) return undefined
  return { width: Math.ceil(width), height: Math.ceil(height), children: root.children }
}

function ownAttributes(
  attributes: Readonly<Record<string, string>>,
  id: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => ATTRIBUTES.test(name) && SAFE_VALUE.test(value))
      .map(([name, value]) => [
        name,
        name === 'id'
          ? `${id}-${value}`
          : value.replace('url(#', `url(#${id}-`).replace(/\d+\.\d{3,}/g, rounded),
      ]),
  )
}

function rounded(number: string): string {
  return String(Math.round(Number(number) * 10) / 10)
}
