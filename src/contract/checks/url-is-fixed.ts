import { visibleText } from '../../base/visible-text.ts'
import type { RequestCheck } from '../check.ts'
import { isAsExpected } from '../read-as-expected.ts'
import { readUrl } from '../read-url.ts'

export const urlIsFixed: RequestCheck = {
  id: 'url-is-fixed',
  summary: 'no value changes who is called, where, or with which query',
  cause: 'escaping',
  check: (rendered, plain, subject) => {
    if (subject.placedInUrl.length === 0) return undefined
    const reading = readUrl(rendered.request.url)
    if (reading === undefined) {
      return {
        use: undefined,
        message: 'the URL is none',
        received: 'nothing: no request can be made',
      }
    }
    const received = describeUrl(rendered.request.url)
    const usual = readUrl(plain.request.url)
    if (usual !== undefined && reading.shape !== usual.shape) {
      return { use: undefined, message: 'the value changes the structure of the URL', received }
    }
    const changed = subject.expectedInUrl.find(
      ({ place, pieces }) => !isAsExpected(reading.texts.get(place), pieces, rendered.shown),
    )
    if (changed === undefined) return undefined
    const use = changed.pieces.find((piece) => typeof piece !== 'string')
    return { use, message: 'the endpoint reads another value in the URL', received }
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
