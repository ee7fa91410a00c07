import type { Span } from '../base/span.ts'
import type { SourceFile } from './source-file.ts'

/** The same files, with the places that reports do not show: those given, and wherever one of the texts stands. */
export function hideInFiles(
  files: readonly SourceFile[],
  { places, texts }: { readonly places: readonly Span[]; readonly texts: readonly string[] },
): readonly SourceFile[] {
  if (places.length === 0 && texts.length === 0) return files
  return files.map((file) => {
    const own = places.filter((place) => place.file === file.path)
    const hidden = [...own, ...texts.flatMap((text) => occurrences(file, text))]
    return hidden.length === 0 ? file : { ...file, hidden }
  })
}

function occurrences({ path, text }: SourceFile, wanted: string): readonly Span[] {
  const found: Span[] = []
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + 1)) {
    found.push({ file: path, start, end: start + wanted.length })
  }
  return found
}

/** A file's text as it may be shown: as long as the text itself, so that places mean the same. */
export function shownText({ text, hidden = [] }: SourceFile): string {
  return hidden.reduce(
    (shown, { start, end }) =>
      shown.slice(0, start) + shown.slice(start, end).replace(/[^\r\n]/g, '*') + shown.slice(end),
    text,
  )
}
