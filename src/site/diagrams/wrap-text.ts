/** Lines of a text that are not longer than `length` characters; a longer word is broken. */
export function wrapText(text: string, length: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ').flatMap((each) => pieces(each, length))) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

/** A word that is too long, cut between characters; a host's name after a dot or hyphen if it can be. */
function pieces(word: string, length: number): readonly string[] {
  const characters = [...word]
  if (characters.length <= length) return [word]
  const good = characters.slice(0, length).findLastIndex((each) => /[-.@/_]/.test(each))
  const end = good > 0 ? good + 1 : length
  return [characters.slice(0, end).join(''), ...pieces(characters.slice(end).join(''), length)]
}
