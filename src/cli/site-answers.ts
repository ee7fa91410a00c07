import type { SiteReply } from '../host/site-server.ts'

/** A page of somebody else's whose name was made to lead here (DNS rebinding) must not read anything. */
export function isOwnName(host: string, origin: string): boolean {
  const { port } = new URL(origin)
  return host === `127.0.0.1:${port}` || host.toLowerCase() === `localhost:${port}`
}

/** Words in the place of a page. */
export function textReply(status: number, words: string): SiteReply {
  return wholeReply(status, 'text/plain; charset=utf-8', `${words}\n`)
}

/** A page or file, for nobody but the reader's own browser. */
export function wholeReply(status: number, type: string, body: string): SiteReply {
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
  return { kind: 'whole', status, headers, body }
}
