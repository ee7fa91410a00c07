/** A URL as its endpoint reads it. */
export interface UrlReading {
  /** Who is called, as whom, where, and the names in the query: equal for two URLs of one shape. */
  readonly shape: string
  /** The decoded texts by place: `path/2` is the second segment from the end, `query/0` the first value. */
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Reads a URL as every client does; undefined where it is none. An empty segment belongs to the shape:
 * without its last segment, `/leads/7` asks for all leads. Source: WHATWG URL.
 */
export function readUrl(text: string): UrlReading | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, username, password, host, pathname, searchParams } = new URL(text)
  const segments = pathname.split('/')
  const names = [...searchParams.keys()]
  const empty = segments.map((segment) => segment === '')
  const hasFragment = text.includes('#')
  return {
    shape: JSON.stringify([protocol, username, password, host, empty, names, hasFragment]),
    texts: new Map([
      ...segments
        .toReversed()
        .map((segment, nth) => [`path/${nth + 1}`, decoded(segment)] as const),
      ...[...searchParams.values()].map((value, nth) => [`query/${nth}`, value] as const),
    ]),
  }
}

/** A segment that no decoder accepts stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
