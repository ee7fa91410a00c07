import { stripVTControlCharacters } from 'node:util'
import { encodingsOf } from './encodings-of.ts'

/** What was written somewhere, under a name that a failing test can show. */
export interface Written {
  readonly name: string
  readonly text: string
}

/** Where markers stand in outputs, in whatever encoding: `output: name of the marker, encoding`. */
export function leaksIn(
  outputs: readonly Written[],
  markers: Readonly<Record<string, string>>,
): readonly string[] {
  const wanted = Object.entries(markers).flatMap(([name, marker]) =>
    encodingsOf(marker).map(({ encoding, text }) => ({ name, encoding, text })),
  )
  return outputs.flatMap((output) => {
    const texts = new Set([output.text, stripVTControlCharacters(output.text)])
    return wanted
      .filter(({ text }) => [...texts].some((searched) => searched.includes(text)))
      .map(({ name, encoding }) => `${output.name}: ${name}, ${encoding}`)
  })
}
