import Handlebars from 'handlebars'
import { rememberLast } from '../base/remember-last.ts'
import { escapeMarkdown, type Markdown } from './markdown.ts'
import type { View } from './view.ts'

/** Templates by name: `step` for `step.md.hbs`. */
export type Templates = Readonly<Record<string, string>>

/** Fills the template of that name; it holds no logic but `if` and `each`, and every text in the view is escaped. */
export function renderTemplate(name: string, templates: Templates, view: View): string {
  return `${tidy(compiledOf(templates).get(name)?.(escapeView(view)) ?? '')}\n`
}

type Compiled = ReadonlyMap<string, (view: unknown) => string>

/** Pages are made section by section of the same templates: each is compiled once, when it is first filled. */
const compiledOf = rememberLast((templates: Templates): Compiled => {
  const handlebars = Handlebars.create()
  for (const [partial, text] of Object.entries(templates)) handlebars.registerPartial(partial, text)
  const options = { noEscape: true, strict: true, knownHelpersOnly: true }
  return new Map(
    Object.entries(templates).map(([name, text]) => [name, handlebars.compile(text, options)]),
  )
})

function escapeView(view: View): unknown {
  if (typeof view === 'string') return escapeMarkdown(view)
  if (typeof view !== 'object') return view
  if (Array.isArray(view)) return view.map(escapeView)
  if (isMarkdown(view)) return view.markdown
  return Object.fromEntries(Object.entries(view).map(([name, value]) => [name, escapeView(value)]))
}

function isMarkdown(view: object): view is Markdown {
  return 'markdown' in view && Object.keys(view).length === 1
}

/** One blank line between blocks; what stands in code blocks keeps its blank lines. */
function tidy(markdown: string): string {
  const lines: string[] = []
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const mark = /^ *(`{3,})[^`]*$/.exec(line)?.[1]
    if (fence === undefined && line.trim() === '' && lines.at(-1)?.trim() === '') continue
    lines.push(fence === undefined ? line.trimEnd() : line)
    if (mark !== undefined) fence = nextFence(fence, mark, line)
  }
  return lines.join('\n').trim()
}

function nextFence(open: string | undefined, mark: string, line: string): string | undefined {
  if (open === undefined) return mark
  return mark.length >= open.length && line.trim() === mark ? undefined : open
}
