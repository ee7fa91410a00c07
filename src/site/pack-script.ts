import { deflateSync } from 'fflate'

/**
 * A script that most readers never come near, packed to half its size: a page has to stay small. The
 * packer is no part of Node, whose versions pack differently: the same text gives the same bytes anywhere.
 */
export function packScript(text: string): string {
  const packed = deflateSync(new TextEncoder().encode(text), { level: 9 })
  return btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''))
}
