import type { PlacedToken } from '../../marketo/body-formats/body-format.ts'
import type { ShownValue } from '../../marketo/encodings/encoding.ts'
import { isSame, isSameText } from '../read-as-expected.ts'
import type { Frame } from './frame.ts'
import { narrowFrame } from './narrow-frame.ts'
import type { PartReader, PartReading } from './part-reader.ts'

/** Says what breaks when a text stands in the open place of a frame; undefined when nothing does. */
export type Setting = (encoded: string, shown: ShownValue) => string | undefined

export interface OpenPlace {
  readonly frame: Frame
  readonly placed: PlacedToken
  /** The usual text, and others: at least one can be read in the frame, if the rest of it is sound. */
  readonly harmless: readonly [string, ...string[]]
  /** False for a token with one value that names things: it may, as long as they can be read. */
  readonly isShapeFixed: boolean
}

/** Undefined when nothing that stands in the open place makes the rest readable. */
export function settingOf(reader: PartReader, place: OpenPlace): Setting | undefined {
  const { harmless, isShapeFixed } = place
  if (!harmless.some((text) => readIn(place.frame, text, reader) !== undefined)) return undefined
  const frame = narrowFrame(place.frame, place.placed)
  const shape = isShapeFixed ? readIn(frame, harmless[0], reader)?.shape : undefined
  const around = textAround(frame, reader)
  return (encoded, shown) => {
    const reading = readIn(frame, encoded, reader)
    if (reading === undefined) return reader.unreadable
    if (shape !== undefined && reading.shape !== shape) return reader.reshaped
    if (around === undefined || shown.status !== 'value') return undefined
    return arrives(reading.texts.get(around.place), shown, around, reader)
      ? undefined
      : reader.changed
  }
}

function readIn(frame: Frame, text: string, reader: PartReader): PartReading | undefined {
  return reader.read(frame.join(text))
}

/** The text that the endpoint reads, without the open place. */
interface TextAround {
  readonly place: string
  readonly before: string
  readonly after: string
}

/** Letters that show where the text of a place is read, because they stand nowhere else. */
function markFor(frame: Frame): string {
  let mark = 'mark'
  while (frame.join(' ').includes(mark)) mark += 'k'
  return mark
}

/** Where the endpoint reads the text, and what it reads beside it; undefined inside names and comments. */
function textAround(frame: Frame, reader: PartReader): TextAround | undefined {
  const mark = markFor(frame)
  for (const spelled of [mark, `"${mark}"`]) {
    for (const [place, text] of readIn(frame, spelled, reader)?.texts ?? []) {
      if (typeof text !== 'string' || place.includes(mark)) continue
      const [before, after, ...more] = text.split(mark)
      if (before === undefined || after === undefined || more.length > 0) continue
      return { place, before, after }
    }
  }
  return undefined
}

type Value = Extract<ShownValue, { readonly status: 'value' }>

function arrives(
  read: unknown,
  shown: Value,
  { before, after }: TextAround,
  { asRead }: PartReader,
): boolean {
  if (isSameText(read, asRead(before + shown.text + after))) return true
  return before === '' && after === '' && isSame(read, shown)
}
