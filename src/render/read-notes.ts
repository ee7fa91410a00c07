import type { Definition, Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { nearest } from '../base/nearest.ts'
import { printNotes } from './print-notes.ts'
import { SECTIONS } from './runbook/sections.ts'
import type { TextProblem } from './text-problem.ts'

/** What a team has written for the sections of a program's pages, and what of it finds no place. */
export interface Notes {
  /** Markdown by the number of its section. */
  readonly sections: ReadonlyMap<number, string>
  readonly problems: readonly TextProblem[]
}

/**
 * Reads `notes.md`: a heading of the second level names a section by its title, with or without its
 * number; what follows is added to that section. Raw HTML becomes text.
 */
export function readNotes(text: string): Notes {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const { slots, problems } = sortIntoSections(root, text)
  const definitions = definitionsOf(root)
  const sections = new Map<number, string>()
  for (const [number, nodes] of slots) {
    const { markdown, refused } = printNotes(nodes, definitions)
    if (markdown.trim() !== '') sections.set(number, markdown)
    problems.push(...refused.map((node) => unsafeLink(node, text)))
  }
  return { sections, problems: problems.toSorted((a, b) => a.start - b.start) }
}

interface Sorted {
  readonly slots: ReadonlyMap<number, readonly RootContent[]>
  readonly problems: TextProblem[]
}

function sortIntoSections(root: Root, text: string): Sorted {
  const slots = new Map<number, RootContent[]>()
  const problems: TextProblem[] = []
  let slot: RootContent[] | 'none' | 'unknown' = 'none'
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth <= 2) {
      const number = node.depth === 1 ? undefined : sectionNumber(wordsOf(node))
      if (number !== undefined) slot = slotOf(slots, number)
      else slot = node.depth === 1 ? 'none' : 'unknown'
      if (slot === 'unknown') problems.push(unknownSection(node, text))
    } else if (typeof slot === 'object') slot.push(node)
    else if (slot === 'none' && node.type !== 'definition') problems.push(homeless(node, text))
  }
  return { slots, problems }
}

function slotOf(slots: Map<number, RootContent[]>, number: number): RootContent[] {
  const slot = slots.get(number) ?? []
  slots.set(number, slot)
  return slot
}

function definitionsOf({ children }: Root): ReadonlyMap<string, Definition> {
  return new Map(
    children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node]] : [])),
  )
}

/** `3`, `3. Diagnose` and `diagnose` are the same section. */
function sectionNumber(heading: string): number | undefined {
  const wanted = heading.trim().toLowerCase()
  const title = wanted.replace(/^[0-9]+\.?\s*/, '')
  return SECTIONS.find(
    (section) => section.title.toLowerCase() === title || wanted === String(section.number),
  )?.number
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function unknownSection(node: RootContent, text: string): TextProblem {
  const words = wordsOf(node)
  const titles = SECTIONS.map(({ title }) => title)
  const meant = nearest(words.replace(/^[0-9]+\.?\s*/, ''), titles)
  const help =
    meant === undefined ? `the sections are: ${titles.join(', ')}` : `did you mean "${meant}"?`
  return { ...placeOf(node, text), message: `there is no section "${words}"`, help }
}

function homeless(node: RootContent, text: string): TextProblem {
  return {
    ...placeOf(node, text),
    message: 'this text stands under no section',
    help: 'write a heading above it that names one, such as "## Diagnose"',
  }
}

function unsafeLink(node: Nodes, text: string): TextProblem {
  return {
    ...placeOf(node, text),
    message: 'this link does not lead to a page',
    help: 'links begin with https://, http:// or mailto:, or are relative paths',
  }
}

/** The first line of what is wrong. */
function placeOf({ position }: Nodes | Root, text: string): Pick<TextProblem, 'start' | 'end'> {
  const start = position?.start.offset ?? 0
  const lineEnd = text.indexOf('\n', start)
  const end = position?.end.offset ?? start
  return { start, end: lineEnd === -1 ? end : Math.min(end, lineEnd) }
}
