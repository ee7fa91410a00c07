import type { SiteReply, SiteRequest } from '../../host/site-server.ts'
import { BUILD_EVENT, EVENTS_PATH } from '../../site/live-script.ts'
import { isOwnName, textReply, wholeReply } from '../site-answers.ts'
import type { LiveSite } from './live-site.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** What a browser gets: files of the site in memory, and nothing of the disk. */
export function siteReply(request: SiteRequest, site: LiveSite, origin: string): SiteReply {
  if (!isOwnName(request.host, origin)) {
    return textReply(403, `this is served as ${origin} only`)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return textReply(405, 'pages are only read')
  }
  const path = pathOf(request.target)
  if (path === EVENTS_PATH.slice(1)) {
    return { kind: 'events', first: { name: BUILD_EVENT, data: site.build } }
  }
  if (path === undefined) return textReply(400, 'this is no address of a page')
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)]
  const content =
    site.problem !== undefined && path.endsWith('.html') ? site.problem : site.files.get(path)
  if (content === undefined || type === undefined) {
    return textReply(404, `there is no "${path}"; the index is ${origin}/`)
  }
  return wholeReply(200, type, content)
}

/** A path of the site; undefined for what is none. It is looked up in a map, so that none leads anywhere else. */
function pathOf(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, '')).replace(/^\//, '')
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return undefined
  }
}
