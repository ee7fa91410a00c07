import { decodeCapture, type DecodedCapture } from './decode-capture.ts'

/** A line of a captures file, read. */
export interface CaptureLine {
  /** Counted from 1. */
  readonly line: number
  readonly decoded: DecodedCapture
}

/** Reads a captures file of any size, piece by piece. */
export interface CaptureLines {
  /** The lines that end in this piece; those without anything in them are passed over. */
  readonly add: (piece: Uint8Array) => readonly CaptureLine[]
  /** The last line, where nothing ends it. */
  readonly end: () => readonly CaptureLine[]
  /** How many bytes the lines take that are ended. */
  readonly endedBytes: () => number
  /** How much of a line is waiting for its end, in UTF-16 units. */
  readonly waiting: () => number
}

export function captureLines(): CaptureLines {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let line = 0
  let bytes = 0
  let endedBytes = 0
  const read = (content: string): readonly CaptureLine[] => {
    line += 1
    return content.trim() === '' ? [] : [{ line, decoded: decodeCapture(content) }]
  }
  return {
    add: (piece) => {
      const last = piece.lastIndexOf(NEWLINE)
      if (last !== -1) endedBytes = bytes + last + 1
      bytes += piece.length
      const parts = (rest + decoder.decode(piece, { stream: true })).split('\n')
      rest = parts.pop() ?? ''
      return parts.flatMap(read)
    },
    end: () => {
      const content = rest + decoder.decode()
      rest = ''
      return content === '' ? [] : read(content)
    },
    endedBytes: () => endedBytes,
    waiting: () => rest.length,
  }
}

const NEWLINE = 0x0a
