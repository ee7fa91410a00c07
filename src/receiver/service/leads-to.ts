import type { CompiledText, CompiledWebhook } from '../../compile/compiled-program.ts'

/** Whether the path of a request is one that a webhook calls, whatever the lead. */
export type PathTest = (path: string) => boolean

/** Stands where a token stood while the path is cut out; it is in no URL. */
const HOLE = '\u0000'

/** Host and query are left aside: a receiver that is developed has a host of its own. */
export function leadsTo({ url }: Pick<CompiledWebhook, 'url'>): PathTest {
  const path = pathWithHoles(url)
  if (!path.includes(HOLE)) {
    const own = normalized(path)
    return (asked) => normalized(asked) === own
  }
  const pattern = path
    .split(HOLE)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('[^?#]*')
  const regex = new RegExp(`^${pattern}$`, 's')
  return (asked) => regex.test(asked)
}

/** The path as it is typed, for people: tokens as `{…}`. */
export function shownPath({ url }: Pick<CompiledWebhook, 'url'>): string {
  return pathWithHoles(url).replaceAll(HOLE, '{…}')
}

function pathWithHoles({ parts }: CompiledText): string {
  const text = parts.map((part) => (part.kind === 'text' ? part.text : HOLE)).join('')
  const path = text.replace(/^https?:[/\\]{2}[^/?#\\]*/i, '').replace(/[?#].*$/s, '')
  return path.startsWith('/') || path.startsWith(HOLE) ? path : `/${path}`
}

/** The path of a request target, without query. */
export function pathOfTarget(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/'
}

/** As parsers of URLs have it, for requests that went through one on their way. */
function normalized(path: string): string {
  const base = 'http://127.0.0.1'
  return URL.canParse(path, base) ? new URL(path, base).pathname : path
}
