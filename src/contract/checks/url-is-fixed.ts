import { visibleText } from '../../base/visible-text.ts'
import type { CheckSubject, PlacedUse, RequestCheck, Rendered } from '../check.ts'

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
    return { use: changed.use, message: 'the endpoint reads another value in the query', received }
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

/** The query value of a token that stands alone in it, as the endpoint decodes it. */
function survives(
  { use, placed }: PlacedUse,
  { request, shown }: Rendered,
  { webhook }: CheckSubject,
): boolean {
  const value = shown.get(use.key)
  if (placed.context !== 'url-query' || !placed.isAlone || value?.status !== 'value') return true
  const name = /[?&]([^=&?]*)=$/.exec(webhook.url.text.value.slice(0, placed.token.start))?.[1]
  return name === undefined || new URL(request.url).searchParams.get(name) === value.text
}
