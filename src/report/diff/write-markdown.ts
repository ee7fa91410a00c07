import type { PhrasingContent, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Change } from '../../diff/change.ts'
import { locate, showPlace } from '../locate.ts'
import { code, codeBlock, heading, paragraph, table, text } from '../markdown/nodes.ts'
import { changeWords, environmentWords, MARKS, orderWords, summaryLines } from './change-words.ts'
import type { DiffReport } from './diff-report.ts'
import { groupChanges } from './group-changes.ts'
import { subtleWords, valueLines } from './value-lines.ts'

/** A comment on GitHub holds 65,536 characters. */
const MOST_CHARACTERS = 60_000
/** How many changes are told in full, until the rest is small enough. */
const EXTENTS: readonly number[] = [500, 200, 100, 50, 20, 0]

/** For pull requests and job summaries: a table for each program, webhook and campaign. */
export function writeMarkdownDiff(report: DiffReport): string {
  for (const most of EXTENTS) {
    const printed = print(report, most)
    if (printed.length <= MOST_CHARACTERS) return printed
  }
  return print({ ...report, notCompared: [] }, 0)
}

function print(report: DiffReport, most: number): string {
  const { from, to, changes, notCompared } = report
  const shown = changes.slice(0, most)
  const rest = changes.length - shown.length
  const children: RootContent[] = [
    heading(2, 'What changes in Marketo'),
    paragraph('From ', code(from.name), ' to ', code(to.name), '.'),
    ...summaryLines(report).map((line) => paragraph(line)),
    ...notCompared.map(({ program, why }) =>
      paragraph('Not compared: ', code(program), ', ', text(why)),
    ),
    ...groupChanges(shown).flatMap(([subject, own]) => [
      heading(3, subject),
      table(
        HEAD,
        own.map((change) => rowOf(change, report)),
      ),
      ...own.flatMap(severalLines),
    ]),
    ...(rest > 0 ? [paragraph(`${rest} more: hookbook diff shows them.`)] : []),
  ]
  const root: Root = { type: 'root', children }
  return toMarkdown(root, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-' })
}

const HEAD = ['', 'What', 'Before', 'After', 'Impact', 'Who acts', 'Why', 'Place']

function rowOf(change: Change, report: DiffReport): readonly (PhrasingContent | string)[] {
  const where = environmentWords(change, report)
  const what = changeWords(change) + (where === undefined ? '' : ` (${where})`)
  const isRevision = report.compared === 'revisions'
  const why = [subtleWords(change), isRevision ? change.because : undefined].filter(
    (part) => part !== undefined && part !== '',
  )
  return [
    code(MARKS[change.motion]),
    what,
    valueCell(change, '-'),
    valueCell(change, '+'),
    isRevision ? change.impact : '',
    isRevision ? orderWords(change) : '',
    why.join('; '),
    placeCell(change, report),
  ]
}

function valueCell(change: Change, mark: '-' | '+'): PhrasingContent | string {
  if (isSeveral(change)) return 'below'
  const line = valueLines(change).find((each) => each.mark === mark)
  return line === undefined ? '' : code(line.text)
}

/** Lines cannot stand in a cell. */
function severalLines(change: Change): readonly RootContent[] {
  if (!isSeveral(change)) return []
  const lines = valueLines(change).map((line) => `${line.mark} ${line.text}`.trimEnd())
  return [paragraph(changeWords(change), ':'), codeBlock(lines.join('\n'))]
}

function isSeveral({ before, after }: Change): boolean {
  return [before, after].some((value) => value?.trimEnd().includes('\n') === true)
}

function placeCell({ at, wasAt }: Change, { from, to }: DiffReport): PhrasingContent | string {
  if (at !== undefined) return code(showPlace(locate(at, to.files)))
  return wasAt === undefined ? '' : code(`was ${showPlace(locate(wasAt, from.files))}`)
}
