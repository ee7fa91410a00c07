/** The same function, which does not work out again what it was asked last. */
export function rememberLast<Asked extends readonly unknown[], Found>(
  work: (...asked: Asked) => Found,
): (...asked: Asked) => Found {
  let last: { readonly asked: Asked; readonly found: Found } | undefined
  return (...asked) => {
    const isSame = last?.asked.every((each, nth) => each === asked[nth]) === true
    if (last === undefined || !isSame) last = { asked, found: work(...asked) }
    return last.found
  }
}
