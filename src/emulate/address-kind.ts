import ipaddr from 'ipaddr.js'

/** What an IP address leads to. */
export interface AddressKind {
  /**
   * public: anybody's machine. loopback: this one. private: a network of one's own.
   * forbidden: nothing that an endpoint could be, or a door to the cloud's credentials.
   */
  readonly kind: 'public' | 'loopback' | 'private' | 'forbidden'
  /** For messages: "a link-local address". */
  readonly words: string
}

/** The kind of an address that was resolved or written; of one inside another, the inner one's. */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return { kind: 'forbidden', words: 'no IP address' }
  const parsed = ipaddr.parse(address)
  if (METADATA.some((own) => ipaddr.parse(own).toString() === withoutZone(parsed.toString()))) {
    return { kind: 'forbidden', words: 'where a cloud keeps the credentials of its machines' }
  }
  const range = parsed.range()
  if (parsed instanceof ipaddr.IPv4) return RANGES[range] ?? ODD
  if (range === 'ipv4Mapped') return addressKind(parsed.toIPv4Address().toString())
  if (range === 'rfc6052') return translated(parsed)
  return range === 'unicast' && !isGlobal(parsed) ? ODD : (RANGES[range] ?? ODD)
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '')
}

/**
 * An address that a NAT64 translates (RFC 6052, RFC 8215): how networks without IPv4 reach public hosts.
 * It leads nowhere else.
 */
function translated(address: ipaddr.IPv6): AddressKind {
  const inner = new ipaddr.IPv4(address.toByteArray().slice(12))
  const kind = addressKind(inner.toString())
  return kind.kind === 'public'
    ? kind
    : { kind: 'forbidden', words: `${kind.words} behind a translator` }
}

/** 2000::/3 is all that is given out. Source: IANA, "IPv6 Global Unicast Address Assignments". */
function isGlobal(address: ipaddr.IPv6): boolean {
  return (address.parts[0] ?? 0) >> 13 === 1
}

const ODD: AddressKind = { kind: 'forbidden', words: 'an address of no usual host' }

/** By the names that the library gives to the ranges of the IANA special-purpose registries. */
const RANGES: Readonly<Record<string, AddressKind>> = {
  unicast: { kind: 'public', words: 'a public address' },
  loopback: { kind: 'loopback', words: 'a loopback address' },
  private: { kind: 'private', words: 'a private address' },
  uniqueLocal: { kind: 'private', words: 'a private address' },
  carrierGradeNat: { kind: 'private', words: "a provider's own address" },
  linkLocal: { kind: 'forbidden', words: 'a link-local address' },
  multicast: { kind: 'forbidden', words: 'a multicast address' },
  broadcast: { kind: 'forbidden', words: 'the broadcast address' },
  unspecified: { kind: 'forbidden', words: 'the unspecified address' },
}

/** Services that hand out credentials and do not lie in a range that is forbidden as a whole. */
const METADATA: readonly string[] = [
  'fd00:ec2::254', // AWS
  'fd20:ce::254', // Google Cloud
  '100.100.100.200', // Alibaba Cloud
  '168.63.129.16', // Azure
]
