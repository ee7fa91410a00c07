import { renderMermaidSVG } from 'beautiful-mermaid'
import type { Element } from 'hast'
import { describedSvg } from './described-svg.ts'
import { plainText } from './plain-text.ts'
import { readSvg } from './read-svg.ts'
import { wrapText } from './wrap-text.ts'

/** Labels of arrows are broken, so that a diagram stays as narrow as a page. */
const LABEL_LENGTH = 30
const PADDING = 8

/**
 * A diagram of Mermaid's source, laid out at build time; undefined where the source cannot be drawn,
 * or has no title and description: they are the only words of it that a reader of the screen hears.
 */
export function drawMermaid(source: string, id: string): Element | undefined {
  const title = statement(source, 'accTitle')
  const description = statement(source, 'accDescr')
  if (title === undefined || description === undefined) return undefined
  const svg = layOut(source)
  const drawing = svg === undefined ? undefined : readSvg(svg, id)
  if (drawing === undefined) return undefined
  return describedSvg({ title, description }, { id, ...drawing }, drawing.children)
}

/** The words behind `accTitle:`, with their character codes as the characters. */
function statement(source: string, name: string): string | undefined {
  const words = new RegExp(`^\\s*${name}:\\s*(.+)$`, 'm').exec(source)?.[1]
  return words === undefined ? undefined : plainText(words)
}

/** The library reads lines that only speak to readers as states, and throws at what it does not know. */
function layOut(source: string): string | undefined {
  const drawn = source
    .split('\n')
    .filter((line) => !/^\s*acc(?:Title|Descr)\b/.test(line))
    .map(breakLabel)
    .join('\n')
  try {
    return renderMermaidSVG(drawn, { padding: PADDING, layerSpacing: 28, transparent: true })
  } catch {
    return undefined
  }
}

function breakLabel(line: string): string {
  const [, arrow, label] = /^(\s*\S+ -->\s*\S+:)\s+(.+)$/.exec(line) ?? []
  if (arrow === undefined || label === undefined) return line
  return `${arrow} ${wrapText(label, LABEL_LENGTH).join('<br/>')}`
}
