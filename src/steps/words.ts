/** A sentence for the reader, in pieces: plain text, and what has a form of its own. */
export type Sentence = readonly Word[]

export type Word =
  | string
  /** Words that stand on the screen exactly like that, or a name that is looked for there. */
  | { readonly onScreen: string }
  /** A name, path or value that is meant letter by letter. */
  | { readonly code: string }
  /** A section of the page, by its number. */
  | { readonly section: number }
  /** Another step of the page, by its id. */
  | { readonly step: string }
  /** A generated file of the program, by its path in the generated folder. */
  | { readonly file: string }

/** Joins plain text and words: say`Click ${onScreen('Edit')}.`; a bare string in it is plain text. */
export function say(texts: TemplateStringsArray, ...words: readonly (Word | Sentence)[]): Sentence {
  return texts.flatMap((text, index) => {
    const word = words[index]
    const own = text === '' ? [] : [text]
    if (word === undefined) return own
    return isSentence(word) ? [...own, ...word] : [...own, word]
  })
}

/** One sentence after another; absent ones are left out. */
export function sentences(...parts: readonly (Sentence | undefined)[]): Sentence {
  const present = parts.flatMap((part) => (part === undefined || part.length === 0 ? [] : [part]))
  return present.flatMap((part, index) => (index === 0 ? part : [' ', ...part]))
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly Word[], joint = 'and'): Sentence {
  return words.flatMap((word, index): Sentence => {
    if (index === 0) return [word]
    return [index === words.length - 1 ? ` ${joint} ` : ', ', word]
  })
}

export function onScreen(text: string): Word {
  return { onScreen: text }
}

export function code(text: string): Word {
  return { code: text }
}

export function section(number: number): Word {
  return { section: number }
}

export function file(path: string): Word {
  return { file: path }
}

export function stepRef(id: string): Word {
  return { step: id }
}

/** `1 flow step`, `2 flow steps`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function isSentence(word: Word | Sentence): word is Sentence {
  return Array.isArray(word)
}
