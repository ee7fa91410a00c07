import { createHash } from 'node:crypto'
import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

export interface HtmlDocument {
  readonly title: string
  /** Attributes of the root element, as `data-program`. */
  readonly data: Readonly<Record<string, string>>
  readonly css: string
  /** Empty for a page that needs none. */
  readonly script: string
  /** A script that the first one may put into the page later, as it is. */
  readonly laterScript?: string
  readonly body: readonly ElementContent[]
}

/** One file that asks for nothing else: style, script and pictures are in it, and its policy forbids the rest. */
export function htmlDocument({
  title,
  data,
  css,
  script,
  laterScript = '',
  body,
}: HtmlDocument): string {
  const style = safeText(compact(css))
  const code = safeText(script)
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en', ...data }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', {
            httpEquiv: 'Content-Security-Policy',
            content: policy(style, [code, laterScript]),
          }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', title),
          h('style', style),
        ]),
        h('body', [...body, ...(code === '' ? [] : [scriptElement(code)])]),
      ]),
    ],
  }
  return keepCarriageReturns(toHtml(root, SHORT))
}

/** Thousands of tags that HTML lets be left out. */
const SHORT = { omitOptionalTags: true, collapseEmptyAttributes: true } as const

/** A style sheet without what only its writers read. */
function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim()
}

function scriptElement(code: string): Element {
  return h('script', code)
}

function policy(style: string, scripts: readonly string[]): string {
  const allowed = scripts.filter((script) => script !== '').map(hashOf)
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${allowed.length === 0 ? "'none'" : allowed.join(' ')}`,
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Nothing in a style or script can end its element, and its hash is that of what a browser reads. */
function safeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<\/(?=script|style)/gi, '<\\/')
    .replaceAll('<!--', '\\x3C!--')
}

/** A reader of HTML takes a carriage return for a line break, unless it is written as a reference. */
function keepCarriageReturns(html: string): string {
  return `${html.replaceAll('\r', '&#xD;')}\n`
}
