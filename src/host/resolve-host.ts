/** The addresses of a host, as the system resolves them, so that its hosts file counts; none for an unknown name. */
export async function resolveHost(hostName: string): Promise<readonly string[]> {
  const { lookup } = await import('node:dns/promises')
  try {
    const found = await lookup(hostName, { all: true, verbatim: true })
    return found.map(({ address }) => address)
  } catch {
    // The resolver's errors differ from system to system, and all mean that the name leads nowhere now.
    return []
  }
}
