import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { visibleText } from '../../src/base/visible-text.ts'
import { formatNamed, FORMATS } from '../../src/report/formats.ts'
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts'
import { markdownStructure } from '../support/markdown-structure.ts'
import { hostileReport } from './hostile-report.ts'

/**
 * What a form is made of, without its texts, as a parser of that form reads it. A text that stays a text
 * gives the same structure as a harmless one.
 */
type Structure = (written: string) => unknown

const STRUCTURES: Readonly<Record<string, Structure>> = {
  pretty: terminal,
  compact: (written) => [terminal(written), written.split('\n').length],
  json: jsonShape,
  junit: xmlElements,
  ctrf: jsonShape,
  sarif: jsonShape,
  github: (written) => written.split('\n').map(runnerCommand),
  markdown: markdownStructure,
  html: (written) => htmlElements(parse(written)),
}

const NAMES = FORMATS.map(({ name }) => name)

test('every form has a parser here', () => {
  expect(Object.keys(STRUCTURES).toSorted()).toEqual(NAMES.toSorted())
})

test.each(NAMES)(
  '%s: a hostile text stays a text, and no log, terminal or runner obeys it',
  async (name) => {
    const structure = STRUCTURES[name]
    const harmless = structure?.(await write(name, 'harmless'))
    for (const text of HOSTILE_STRINGS) {
      const written = await write(name, text)
      const told = JSON.stringify(text)
      expect(structure?.(written), told).toEqual(harmless)
      expect(written.replaceAll(/[\n\u200b]/g, ''), told).not.toMatch(OBEYED)
      const commands = written.split('\n').filter((line) => runnerCommand(line) !== undefined)
      expect(commands, told).toHaveLength(name === 'github' ? 3 : 0)
    }
  },
  60_000,
)

/** What a terminal obeys, or does not show as it is. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

test('the only colours are our own', async () => {
  for (const text of HOSTILE_STRINGS) {
    const colored = await formatNamed('pretty')?.write(hostileReport(text), {
      isColored: true,
      hasCoverage: true,
    })
    const plain = (colored ?? '').replaceAll(/\u001b\[\d+m/g, '').replaceAll(/ +\n/g, '\n')
    const uncolored = (await write('pretty', text)).replaceAll(/ +\n/g, '\n')
    expect(plain, JSON.stringify(text)).toBe(uncolored)
  }
})

test('texts are not lost: a page shows what a reader can see of them', async () => {
  for (const text of HOSTILE_STRINGS.filter((each) => each.length < 100)) {
    const shown = textOf(parse(await write('html', text)))
    expect(shown, JSON.stringify(text)).toContain(visibleText(text))
  }
})

test('json gives every text back as it was', async () => {
  for (const text of HOSTILE_STRINGS) {
    const { findings, tests } = JSON.parse(await write('json', text))
    expect([findings[0].message, tests[0].webhook, findings[0].place.file]).toEqual([
      text,
      text,
      text,
    ])
  }
})

async function write(name: string, text: string): Promise<string> {
  const format = formatNamed(name)
  if (format === undefined) throw new Error(name)
  return format.write(hostileReport(text), { isColored: false, hasCoverage: true })
}

/** Commands as GitHub's runner reads them: `::name …::` after leading space, `##[name …]` anywhere. */
function runnerCommand(line: string): unknown {
  const trimmed = line.trimStart()
  const modern = /^::([^: ]*)(?: (.*?))?::/.exec(trimmed)
  if (modern !== null) {
    const names = (modern[2] ?? '').split(',').map((pair) => pair.split('=', 1)[0])
    return [modern[1], names]
  }
  return /##\[([^\]]*)\]/.exec(line)?.[1] ?? undefined
}

/** A terminal has no structure but its obedience, which is looked at above. */
function terminal(written: string): unknown {
  return written.endsWith('\n')
}

/** Names of members and kinds of values; the lead's names are data. */
function jsonShape(written: string): unknown {
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape)
    if (typeof value !== 'object' || value === null) return typeof value
    return Object.entries(value).map(([key, member]) => [
      key,
      key === 'lead' ? typeof member : shape(member),
    ])
  }
  return shape(JSON.parse(written))
}

function xmlElements(written: string): unknown {
  const elements: unknown[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => elements.push([name, Object.keys(attributes)]))
  parser.on('comment', (comment) => elements.push(['comment', comment]))
  parser.on('cdata', (cdata) => elements.push(['cdata', cdata]))
  parser.on('doctype', (doctype) => elements.push(['doctype', doctype]))
  parser.on('processinginstruction', ({ target }) => elements.push(['instruction', target]))
  parser.write(written).close()
  return elements
}

type HtmlNode = DefaultTreeAdapterTypes.Node

/** Elements with the names of their attributes; style and script with their text, because both are ours. */
function htmlElements(node: HtmlNode): unknown {
  if (node.nodeName === '#comment') return node
  if (!('childNodes' in node)) return node.nodeName
  const attributes = 'attrs' in node ? node.attrs.map(({ name }) => name) : []
  const children = node.childNodes.filter(({ nodeName }) => nodeName !== '#text').map(htmlElements)
  const own = ['style', 'script'].includes(node.nodeName) ? textOf(node) : ''
  return [node.nodeName, attributes, own, children]
}

function textOf(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
