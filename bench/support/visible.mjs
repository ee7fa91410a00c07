/** The report spells characters that cannot be seen; each is one. */
export function visible(text) {
  return text.replace(/\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}/gi, '?')
}
