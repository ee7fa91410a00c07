/** A text in lines of at most so many characters, each after an indent; a longer word keeps its line. */
export function wrapLines(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    const isFirst = line === indent
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `${indent}${word}`
    } else {
      line += isFirst ? word : ` ${word}`
    }
  }
  return [...lines, line]
}
