import { visibleText } from '../../base/visible-text.ts'
import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { CheckSubject, Rendered, RequestCheck } from '../check.ts'
import type { PlacedUse } from '../placed-use.ts'

export const urlIsFixed: RequestCheck = {
  id: 'url-is-fixed',
  summary: 'no value changes who is called, where, or with which query',
  cause: 'escaping',
  check: (rendered, plain, subject) => {
    if (subject.placedInUrl.length === 0) return undefined
    if (!URL.canParse(rendered.request.url)) {
      return {
        use: undefined,
        message: 'the URL is none',
        received: 'nothing: no request can be made',
      }
    }
    const received = describeUrl(rendered.request.url)
    if (shapeOf(rendered) !== shapeOf(plain)) {
      return { use: undefined, message: 'the value changes the structure of the URL', received }
    }
    const changed = subject.placedInUrl.find((placed) => !survives(placed, rendered, subject))
    if (changed === undefined) return undefined
    return { use: changed.use, message: 'the endpoint reads another value in the URL', received }
  },
}

/** The values in a query are the lead's: only their names are told. */
function describeUrl(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const names = [...searchParams.keys()].map((name) => `"${visibleText(name)}"`)
  const query =
    names.length === 0 ? 'without a query' : `with the query members ${names.join(', ')}`
  return `a request for "${visibleText(pathname)}" ${query}`
}

function shapeOf({ request }: Rendered): string {
  if (!URL.canParse(request.url)) return ''
  const { origin, username, pathname, searchParams, hash } = new URL(request.url)
  const isHash = hash !== ''
  return JSON.stringify([
    origin,
    username,
    pathname.split('/').length,
    [...searchParams.keys()],
    isHash,
  ])
}

/** Whether the endpoint decodes the value of a token that stands alone in a segment or a query member. */
function survives(
  { use, placed }: PlacedUse,
  { request, shown }: Rendered,
  { webhook }: CheckSubject,
): boolean {
  const value = shown.get(use.key)
  if (!placed.isAlone || value?.status !== 'value') return true
  const before = staticTextBefore(webhook, placed.token.start)
  const url = new URL(request.url)
  switch (placed.context) {
    case 'url-path':
      return decoded(url.pathname.split('/')[before.split('/').length - 3]) === value.text
    case 'url-query': {
      const name = /[?&]([^=&?]*)=$/.exec(before)?.[1]
      return name === undefined || url.searchParams.get(name) === value.text
    }
    default:
      return true
  }
}

/** The URL up to a token, other tokens left out. */
function staticTextBefore({ url }: CompiledWebhook, start: number): string {
  const position = url.parts.findIndex(
    (part) => part.kind === 'token' && part.token.start === start,
  )
  return url.parts
    .slice(0, position)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('')
}

function decoded(segment: string | undefined): string | undefined {
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
