/** True where a variable has no value: it stands as it was written, and has been told of. */
export function holdsVariable(text: string): boolean {
  return /\$\{[^}]*\}/.test(text)
}
