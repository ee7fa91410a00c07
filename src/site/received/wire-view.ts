import { visibleText } from '../../base/visible-text.ts'
import type { WireView } from '../../browser/received/call-view.ts'

/** More of a body than a page can sensibly show. */
const MOST_BYTES = 16 * 1024

/** A message as it went over the wire: its first line, its headers, its body. */
export function wireView(
  head: readonly string[],
  headers: readonly (readonly [name: string, value: string])[],
  body: Uint8Array,
): WireView {
  const lines = [...head, ...headers.map(([name, value]) => `${name}: ${value}`)]
  const shown = body.subarray(0, MOST_BYTES)
  const whole = new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(shown)
  return {
    text: [...lines.map(visibleText), '', ...text.split('\n').map(visibleText)]
      .join('\n')
      .trimEnd(),
    bytes: hexDump(joined(whole, shown)),
    note:
      body.length > MOST_BYTES
        ? `The first ${MOST_BYTES} of ${body.length} bytes of the body are shown.`
        : undefined,
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

const PER_LINE = 16

/** Offset, sixteen bytes, and what of them is printable ASCII. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const line = [...bytes.subarray(at, at + PER_LINE)]
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const text = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
    lines.push(`${at.toString(16).padStart(6, '0')}  ${hex.padEnd(47)}  ${text.join('')}`)
  }
  return lines.join('\n')
}
