import { nearest } from '../base/nearest.ts'
import { folderOf, joinPath } from '../model/paths.ts'

/** What links may lead to. Paths are relative to the working directory. */
export interface Surroundings {
  /** True for a file or folder. */
  readonly isThere: (path: string) => boolean
  /** The anchors of a document; undefined for a file of another kind. */
  readonly anchorsOf: (path: string) => ReadonlySet<string> | undefined
  /** The names beside a path: what was perhaps meant. */
  readonly namesIn: (folder: string) => readonly string[]
}

export interface LinkProblem {
  readonly message: string
  readonly help: string
  /** Equal for all links that lead to the same nothing, from wherever. */
  readonly target: string
}

/** Why a link leads nowhere; undefined for a good one. Nothing is asked of the network: an address only has to be one. */
export function linkProblem(
  url: string,
  from: string,
  around: Surroundings,
): LinkProblem | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined) return outwardProblem(url, scheme)
  if (url === '') return { message: 'this link has no address', help: 'write one', target: '' }
  if (url.startsWith('//')) {
    const help = `write the whole address: https:${url}`
    return { message: `"${url}" has no scheme`, help, target: url }
  }
  return inwardProblem(url, from, around)
}

/** Schemes whose links do something other than lead somewhere, or lead to one machine only. */
const REFUSED = ['javascript', 'data', 'vbscript', 'file', 'blob', 'about']

function outwardProblem(url: string, scheme: string): LinkProblem | undefined {
  if (REFUSED.includes(scheme)) {
    const help = 'links begin with https://, http:// or mailto:, or are relative paths'
    return { message: `"${url}" leads to no page that others have`, help, target: url }
  }
  const isSound =
    scheme === 'mailto' ? /^mailto:[^\s@]+@[^\s@]+$/i.test(url) : isAddress(url, scheme)
  if (isSound) return undefined
  const help = scheme === 'mailto' ? 'write mailto:name@example.com' : 'write the whole address'
  return { message: `"${url}" is no address`, help, target: url }
}

function isAddress(url: string, scheme: string): boolean {
  if (scheme !== 'http' && scheme !== 'https') return URL.canParse(url)
  return /^https?:\/\/[^/\s{}$]/i.test(url) && !/\s/.test(url) && URL.canParse(url)
}

function inwardProblem(url: string, from: string, around: Surroundings): LinkProblem | undefined {
  const [address = '', fragment] = splitOnce(url, '#')
  const written = decoded(address.split('?')[0] ?? '')
  const place = placeOf(written, from)
  if (written !== '' && !around.isThere(place)) return missingFile(url, place, around)
  const anchors = fragment === undefined ? undefined : around.anchorsOf(place)
  const anchor = decoded(fragment ?? '')
  if (anchors === undefined || anchor === '' || anchors.has(anchor)) return undefined
  const meant = nearest(anchor, anchors)
  return {
    message: `"${url}" leads nowhere: there is no heading "#${anchor}"${written === '' ? '' : ` in "${place}"`}`,
    help: meant === undefined ? 'name a heading that there is' : `did you mean "#${meant}"?`,
    target: written === '' ? `#${anchor}` : `${place}#${anchor}`,
  }
}

/** A path that begins with a slash begins at the repository's root, as far as that is known. */
function placeOf(written: string, from: string): string {
  if (written === '') return from
  return written.startsWith('/') ? written.replace(/^\/+/, '') : joinPath(folderOf(from), written)
}

function missingFile(url: string, place: string, { namesIn }: Surroundings): LinkProblem {
  const name = place.slice(place.lastIndexOf('/') + 1)
  const meant = nearest(
    name,
    namesIn(folderOf(place)).map((each) => each.replace(/\/$/, '')),
  )
  return {
    message: `"${url}" leads nowhere: there is no "${place}"`,
    help: meant === undefined ? 'name a file that there is' : `did you mean "${meant}"?`,
    target: place,
  }
}

function splitOnce(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
