/** Whether a URL may really be called: loopback always, other hosts only when the project allows them. */
export function mayCall(url: string, allowedHosts: readonly string[]): boolean {
  const host = hostOf(url)
  if (host === undefined) return false
  return isLoopback(host) || allowedHosts.some((allowed) => allowed.toLowerCase() === host)
}

/** The parser writes every spelling of an IPv4 address (decimal, octal, hexadecimal) in the usual form. */
function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? hostname.toLowerCase() : undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
