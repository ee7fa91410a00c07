/**
 * How deep objects and arrays may stand in each other. RFC 8259 lets a reader set a limit; without one
 * a response of nothing but brackets exhausts the stack of whoever reads it.
 */
export const MAX_JSON_DEPTH = 512

/** Strings and comments, which hide the brackets in them, and brackets. */
const PIECES = /"(?:[^"\\\r\n]|\\[\s\S])*"?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|[[\]{}]/g

/**
 * Where a text is nested deeper than the limit; undefined where it is not. A text that is no JSON is
 * measured too: a bracket closes only one of its own kind.
 */
export function tooDeepAt(text: string): number | undefined {
  if (!hasBrackets(text, MAX_JSON_DEPTH + 1)) return undefined
  const open: string[] = []
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (piece === '[' || piece === '{') open.push(piece === '[' ? ']' : '}')
    else if (piece === open.at(-1)) open.pop()
    if (open.length > MAX_JSON_DEPTH) return index
  }
  return undefined
}

/** Looks for the brackets alone, which is so much faster that usual texts are looked at no closer. */
function hasBrackets(text: string, atLeast: number): boolean {
  let found = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      found += 1
      if (found >= atLeast) return true
    }
  }
  return false
}
