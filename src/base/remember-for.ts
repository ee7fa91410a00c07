/** The same function, which works once for each object that it is asked about: that object alone decides the rest. */
export function rememberFor<Owner extends object, Rest extends readonly unknown[], Found>(
  work: (owner: Owner, ...rest: Rest) => Found,
): (owner: Owner, ...rest: Rest) => Found {
  const known = new WeakMap<Owner, { readonly found: Found }>()
  return (owner, ...rest) => {
    const before = known.get(owner)
    if (before !== undefined) return before.found
    const found = work(owner, ...rest)
    known.set(owner, { found })
    return found
  }
}
