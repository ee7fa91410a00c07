/** Table: names of characters that readers mix up or cannot see, as the Unicode Standard lists them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['\t', 'tab'],
  ['\n', 'line break'],
  ['\r', 'carriage return'],
  [' ', 'space'],
  ['"', 'quotation mark'],
  ["'", 'apostrophe'],
  ['-', 'hyphen-minus'],
  ['\\', 'backslash'],
  ['`', 'grave accent'],
  ['\u0085', 'next line'],
  ['\u00a0', 'no-break space'],
  ['\u00ab', 'left-pointing double angle quotation mark'],
  ['\u00ad', 'soft hyphen'],
  ['\u00b4', 'acute accent'],
  ['\u00bb', 'right-pointing double angle quotation mark'],
  ['\u0301', 'combining acute accent'],
  ['\u0308', 'combining diaeresis'],
  ['\u2002', 'en space'],
  ['\u2003', 'em space'],
  ['\u2009', 'thin space'],
  ['\u200b', 'zero width space'],
  ['\u200c', 'zero width non-joiner'],
  ['\u200d', 'zero width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2010', 'hyphen'],
  ['\u2011', 'non-breaking hyphen'],
  ['\u2013', 'en dash'],
  ['\u2014', 'em dash'],
  ['\u2018', 'left single quotation mark'],
  ['\u2019', 'right single quotation mark'],
  ['\u201a', 'single low-9 quotation mark'],
  ['\u201c', 'left double quotation mark'],
  ['\u201d', 'right double quotation mark'],
  ['\u201e', 'double low-9 quotation mark'],
  ['\u2026', 'horizontal ellipsis'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202c', 'pop directional formatting'],
  ['\u202e', 'right-to-left override'],
  ['\u202f', 'narrow no-break space'],
  ['\u2032', 'prime'],
  ['\u2033', 'double prime'],
  ['\u2060', 'word joiner'],
  ['\u2212', 'minus sign'],
  ['\u3000', 'ideographic space'],
  ['\ufeff', 'zero width no-break space'],
  ['\ufffd', 'replacement character'],
])

/** `U+201C left double quotation mark`, `U+0041 capital A`, `U+00E9 é`: no two characters are named alike. */
export function characterName(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const name = NAMES.get(character) ?? letterName(character)
  return name === '' ? code : `${code} ${name}`
}

function letterName(character: string): string {
  if (/^[A-Z]$/.test(character)) return `capital ${character}`
  if (/^[a-z]$/.test(character)) return `small ${character}`
  if (/^[0-9]$/.test(character)) return `digit ${character}`
  // What would not be seen, or would be drawn onto its neighbour, is named by its number alone.
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : ''
}
