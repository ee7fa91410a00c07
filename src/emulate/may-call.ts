import { addressKind, type AddressKind } from './address-kind.ts'

/** Hosts that may really be called besides loopback, each as `host` or `host:port`. */
export interface CallPolicy {
  /** Hosts on the public Internet. */
  readonly allowedHosts: readonly string[]
  /** Hosts of one's own network, whose names may lead to private addresses. */
  readonly privateHosts: readonly string[]
}

/** Where a URL leads by its name; the addresses behind the name are looked at next. */
export type Destination =
  | {
      readonly status: 'named'
      readonly url: URL
      /** As a resolver wants it: without brackets, in lower case. */
      readonly host: string
      /** True when the host is an address already and there is nothing to resolve. */
      readonly isAddress: boolean
      readonly trust: Trust
    }
  | { readonly status: 'refused'; readonly host: string; readonly reason: string }

/** Which addresses the host may have. */
export type Trust = 'loopback' | 'public' | 'private'

/** Undefined when the text is no URL that can be called at all. */
export function destinationOf(text: string, policy: CallPolicy): Destination | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  // The parser writes every spelling of an IPv4 address (decimal, octal, hexadecimal) in the usual form.
  const host = url.hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '')
  const isAddress = url.hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host)
  const trust = trustIn(host, url, isAddress, policy)
  if (trust !== undefined) return { status: 'named', url, host, isAddress, trust }
  const kind = isAddress ? addressKind(host) : undefined
  return { status: 'refused', host, reason: whyNot(host, kind) }
}

function trustIn(
  host: string,
  url: URL,
  isAddress: boolean,
  { allowedHosts, privateHosts }: CallPolicy,
): Trust | undefined {
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  if (isAddress && addressKind(host).kind === 'loopback') return 'loopback'
  if (privateHosts.some((entry) => isEntryFor(entry, host, url))) return 'private'
  return allowedHosts.some((entry) => isEntryFor(entry, host, url)) ? 'public' : undefined
}

/** An entry without a port is for all of them; names are compared as the parser of URLs writes them. */
function isEntryFor(entry: string, host: string, url: URL): boolean {
  const own = `${url.protocol}//${entry}`
  if (!URL.canParse(own)) return false
  const { hostname, port } = new URL(own)
  const hasPort = /:\d+$/.test(entry)
  const isSameHost = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '') === host
  return isSameHost && (!hasPort || port === url.port)
}

function whyNot(host: string, kind: AddressKind | undefined): string {
  if (kind?.kind === 'forbidden') return `it is ${kind.words}`
  const key = kind?.kind === 'private' ? 'allowPrivateHosts' : 'allowHosts'
  const entry = host.includes(':') ? `"[${host}]"` : host
  return `the project does not allow it; where it may be called, add to project.yaml: ${key}: [${entry}]`
}

/** Why none of the addresses behind a name may be called; undefined when all of them may. */
export function refusedAddress(
  { host, trust }: Extract<Destination, { readonly status: 'named' }>,
  addresses: readonly string[],
): string | undefined {
  for (const address of addresses) {
    const { kind, words } = addressKind(address)
    if (MAY_BE[trust].includes(kind)) continue
    const leads = address === host ? `it is ${words}` : `it leads to ${address}, ${words}`
    const isPrivateHost = kind === 'private' || kind === 'loopback'
    return trust === 'public' && isPrivateHost
      ? `${leads}; if it is a host of your own network, move it from "allowHosts" to "allowPrivateHosts"`
      : leads
  }
  return undefined
}

const MAY_BE: Readonly<Record<Trust, readonly AddressKind['kind'][]>> = {
  loopback: ['loopback'],
  public: ['public'],
  private: ['public', 'private', 'loopback'],
}
