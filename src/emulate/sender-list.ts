import ipaddr from 'ipaddr.js'

/** Which addresses may call. */
export interface SenderList {
  readonly isListed: (address: string) => boolean
}

export type SenderReading =
  | { readonly status: 'list'; readonly list: SenderList }
  /** The entry that is neither an address nor a block of them. */
  | { readonly status: 'invalid'; readonly entry: string }

type Block = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number]

/** Reads addresses (`192.0.2.7`) and blocks of them (`192.0.2.0/24`), of both versions. */
export function readSenders(entries: readonly string[]): SenderReading {
  const blocks: Block[] = []
  for (const entry of entries) {
    const block = blockOf(entry)
    if (block === undefined) return { status: 'invalid', entry }
    blocks.push(block)
  }
  return { status: 'list', list: { isListed: (address) => isIn(blocks, address) } }
}

function blockOf(entry: string): Block | undefined {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)
  if (!ipaddr.IPv4.isValidFourPartDecimal(entry) && !ipaddr.IPv6.isValid(entry)) return undefined
  const address = ipaddr.process(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** An IPv4 address that came in over IPv6 is the IPv4 address. */
function isIn(blocks: readonly Block[], text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text.replace(/%.*$/, ''))
  return blocks.some(([first, bits]) => {
    if (first instanceof ipaddr.IPv4) {
      return address instanceof ipaddr.IPv4 && address.match(first, bits)
    }
    return address instanceof ipaddr.IPv6 && address.match(first, bits)
  })
}
