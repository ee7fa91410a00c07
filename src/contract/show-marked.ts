import { visibleText } from '../base/visible-text.ts'
import type { Stretch } from '../diagnostic/finding.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { showRequest } from '../emulate/show-request.ts'
import type { RequestTokens } from '../emulate/build-request.ts'

/** A request for people, and where in it a token came to stand. */
export interface MarkedRequest {
  readonly text: string
  readonly marked: readonly Stretch[]
}

/**
 * A masked request as it is shown, with the places of a token. Where the URL or a header was masked its
 * tokens are not marked: what stands there is no longer what was rendered.
 */
export function showMarked(
  masked: HttpRequest,
  built: { readonly request: HttpRequest; readonly tokens: RequestTokens },
  key: string | undefined,
): MarkedRequest {
  const raw = showRequest(masked)
  const text = visibleLines(raw).trimEnd()
  const places = key === undefined ? [] : placesOf(masked, built, key)
  const shownAt = (offset: number): number =>
    Math.min(visibleLines(raw.slice(0, offset)).length, text.length)
  return {
    text,
    marked: places.map(({ start, end }) => ({ start: shownAt(start), end: shownAt(end) })),
  }
}

/** Offsets in the text that `showRequest` writes: method, URL, a line for each header, an empty one, the body. */
function placesOf(
  masked: HttpRequest,
  { request, tokens }: Parameters<typeof showMarked>[1],
  key: string,
): readonly Stretch[] {
  const own = (list: RequestTokens['body'], from: number): readonly Stretch[] =>
    list
      .filter(({ use }) => use.key === key)
      .map(({ start, end }) => ({ start: from + start, end: from + end }))
  let position = masked.method.length + 1
  const places = masked.url === request.url ? [...own(tokens.url, position)] : []
  position += masked.url.length + 1
  for (const [nth, [name, value]] of masked.headers.entries()) {
    const from = position + name.length + 2
    if (value === request.headers[nth]?.[1]) places.push(...own(tokens.headers[nth] ?? [], from))
    position = from + value.length + 1
  }
  return [...places, ...own(tokens.body, position + 1)]
}

function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n')
}
