import Handlebars from 'handlebars'
import { escapeMarkdown, type Markdown } from './markdown.ts'

/** What a template may show: texts, which are escaped, Markdown, which is not, and lists and groups of them. */
export type View =
  | string
  | number
  | boolean
  | undefined
  | Markdown
  | readonly View[]
  | { readonly [name: string]: View }

/** Fills a template; it holds no logic but `if` and `each`, and every text in the view is escaped. */
export function renderTemplate(
  template: string,
  partials: Readonly<Record<string, string>>,
  view: View,
): string {
  const handlebars = Handlebars.create()
  for (const [name, partial] of Object.entries(partials)) handlebars.registerPartial(name, partial)
  const render = handlebars.compile(template, {
    noEscape: true,
    strict: false,
    knownHelpersOnly: true,
  })
  return `${tidy(render(escapeView(view)))}\n`
}

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
    if (mark !== undefined)
      fence =
        fence === undefined
          ? mark
          : mark.length >= fence.length && line.trim() === mark
            ? undefined
            : fence
  }
  return lines.join('\n').trim()
}
