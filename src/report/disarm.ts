/**
 * A report may be printed in a step of GitHub Actions, whose runner reads every line: `::` at its beginning
 * starts a command, and so does `##[` anywhere. Source: actions/runner, `ActionCommand.cs`.
 * `colon` and `hash` are how the form spells these characters so that they are none for the runner.
 */
export function disarm(
  text: string,
  { colon, hash }: { readonly colon: string; readonly hash: string },
): string {
  return text.replace(/^(\s*):(?=:)/gm, `$1${colon}`).replaceAll('##[', `#${hash}[`)
}

/** Spelled as everything is that a reader could not see, or a terminal would obey. */
export function disarmForTerminal(text: string): string {
  return disarm(text, { colon: '\\u{3a}', hash: '\\u{23}' })
}

/** In XML and HTML, where it reads the same. */
export function disarmMarkup(text: string): string {
  return disarm(text, { colon: '&#58;', hash: '&#35;' })
}
