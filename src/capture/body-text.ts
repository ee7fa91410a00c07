/** A body as it is kept: its text, and its bytes beside it where the text alone would lose some. */
export interface KeptBody {
  readonly body: string
  /** In base64. */
  readonly bodyBytes?: string
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true })

/** Nothing of a body is lost: neither a byte-order mark nor what is no UTF-8. */
export function keepBody(bytes: Uint8Array): KeptBody {
  try {
    return { body: STRICT.decode(bytes) }
  } catch {
    return { body: LENIENT.decode(bytes), bodyBytes: toBase64(bytes) }
  }
}

/** The bytes of a body that was kept. */
export function bytesOf(kept: {
  readonly body?: string | undefined
  readonly bodyBytes?: string
}): Uint8Array {
  return kept.bodyBytes === undefined
    ? new TextEncoder().encode(kept.body ?? '')
    : fromBase64(kept.bodyBytes)
}

/** More at a time than this are too many arguments for a function. */
const CHUNK = 8192

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(text)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
