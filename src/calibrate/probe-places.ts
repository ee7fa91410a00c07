import type { HttpRequest } from '../emulate/call.ts'

/** A stretch of a probe's request in which one open question shows. */
export interface ProbePlace {
  readonly webhook: string
  /** The assumption that it is there for; others may show in it too. */
  readonly subject: string
  readonly part: 'target' | 'header' | 'body'
  /** What stands before and behind it, whatever Marketo does. */
  readonly before: string
  readonly behind: string
}

/** Table: every place, in the order in which a request holds them. */
export const PROBE_PLACES: readonly ProbePlace[] = [
  inJson('html-encoding', '{"html": ', ', "escapes": '),
  inJson('json-escapes', ', "escapes": ', ', "lines": '),
  inJson('line-breaks', ', "lines": ', ', "astral": '),
  inJson('astral', ', "astral": ', ', "boolean": '),
  inJson('boolean-under-json', ', "boolean": ', ', "empty": '),
  inJson('empty-number-under-json', ', "empty": ', ', "default": '),
  inJson('default-encoding', ', "default": ', ', "slash": '),
  inJson('backslash-preparse', ', "slash": ', ', "end": 1}'),
  {
    webhook: 'probe-form',
    subject: 'encoding-in-url',
    part: 'target',
    before: '/hookbook-probe/form?url=',
    behind: '&end=1',
  },
  {
    webhook: 'probe-form',
    subject: 'encoding-in-headers',
    part: 'header',
    before: '',
    behind: '',
  },
  {
    webhook: 'probe-form',
    subject: 'form-space',
    part: 'body',
    before: 'space=',
    behind: '&end=1',
  },
]

function inJson(subject: string, before: string, behind: string): ProbePlace {
  return { webhook: 'probe-json', subject, part: 'body', before, behind }
}

const HEADER = 'x-hookbook-probe'

/** What stands in the places of a request; undefined where it is not this probe as it was printed. */
export function readPlaces(
  places: readonly ProbePlace[],
  request: HttpRequest,
): readonly string[] | undefined {
  const read: string[] = []
  const ends = new Map<ProbePlace['part'], number>()
  for (const place of places) {
    const text = partOf(place, request)
    if (text === undefined) return undefined
    const from = ends.get(place.part)
    const start = text.indexOf(place.before, from ?? 0)
    const isNext = from === undefined ? start === 0 : start === from
    if (!isNext) return undefined
    const at = start + place.before.length
    const end = place.behind === '' ? text.length : text.indexOf(place.behind, at)
    if (end === -1) return undefined
    read.push(text.slice(at, end))
    ends.set(place.part, end)
  }
  return isWhole(places, request, ends) ? read : undefined
}

function partOf({ part }: ProbePlace, request: HttpRequest): string | undefined {
  if (part === 'body') return request.body ?? ''
  if (part === 'target') return targetOf(request.url)
  const own = request.headers.filter(([name]) => name.toLowerCase() === HEADER)
  return own.length === 1 ? own[0]?.[1] : undefined
}

/** Nothing stands behind the last place but what was printed there. */
function isWhole(
  places: readonly ProbePlace[],
  request: HttpRequest,
  ends: ReadonlyMap<ProbePlace['part'], number>,
): boolean {
  return [...ends].every(([part, end]) => {
    const last = places.findLast((place) => place.part === part)
    return last !== undefined && partOf(last, request)?.slice(end) === last.behind
  })
}

/** The path and query, without the host that differs wherever it is served. */
export function targetOf(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '')
}

/** The webhook of the probe that a target belongs to. */
export function probeOf(url: string): string | undefined {
  const name = /^\/hookbook-probe\/(json|form|answer)(?:[?#]|$)/.exec(targetOf(url))?.[1]
  return name === undefined ? undefined : `probe-${name}`
}
