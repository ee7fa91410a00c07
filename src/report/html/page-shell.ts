import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h, s } from 'hastscript'
import { disarmMarkup } from '../disarm.ts'

export interface PageShell {
  readonly title: string
  readonly style: string
  /** The page's only script; undefined where it needs none. */
  readonly script: string | undefined
  readonly body: readonly Element[]
}

/** One file that asks nobody for anything: everything is made of nodes, and the printer escapes their texts. */
export function printPage({ title, style, script, body }: PageShell): string {
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policyFor(style, script) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', title),
      h('link', { rel: 'icon', href: 'data:,' }),
      h('style', style),
    ]),
    h('body', [...body, ...(script === undefined ? [] : [h('script', script)])]),
  ])
  return disarmMarkup(`${toHtml([{ type: 'doctype' }, page])}\n`)
}

/** Nothing but the style and the script of this file may take effect, whatever a value says. */
function policyFor(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${sourceHash(style)}`,
    ...(script === undefined ? [] : [`script-src ${sourceHash(script)}`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The name of the tool with its mark, and the ways to the sections of the page. */
export function topBar(
  sections: readonly { readonly id: string; readonly title: string }[],
): Element {
  return h('div.top', [
    h('p.brand', [mark(), 'hookbook']),
    h(
      'nav',
      { ariaLabel: 'Sections' },
      h(
        'ul',
        sections.map(({ id, title }) => h('li', h('a', { href: `#${id}` }, title))),
      ),
    ),
  ])
}

/** A hook, drawn in one stroke. */
function mark(): Element {
  return s('svg', { viewBox: '0 0 20 20', width: 20, height: 20, ariaHidden: 'true' }, [
    s('path', {
      d: 'M14 3v8a5 5 0 0 1-10 0l3 2',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 2,
    }),
    s('circle', { cx: 14, cy: 3, r: 1.6, fill: 'currentColor' }),
  ])
}
